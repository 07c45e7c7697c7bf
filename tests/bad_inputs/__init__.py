"""Bad inputs and faults: what is named for each, and the tests that prove it.

A row is a number of the list of bad inputs, or a fault by name; a test is a file below `tests`
and the test in it. `test_register.py` holds this table to the tests that there are.

26  a file of another kind dropped on the window is named and refused
    bad_inputs/test_files_and_places.py::test_a_file_of_another_kind_dropped_on_the_window_is_named_and_refused
    imports/test_fhir_bad_files.py::test_a_file_that_cannot_be_read_is_refused_with_one_sentence
27  markup in any field is shown literally, on paper too
    bad_inputs/test_text_on_screen.py::test_markup_in_any_field_is_shown_as_it_was_typed_on_every_page
    bad_inputs/test_text_rules.py::test_what_reads_markup_is_named_only_where_it_is_tamed
    exports/test_summary_pdf.py::test_what_is_typed_is_printed_as_typed
    exports/test_handing.py::test_what_is_typed_is_printed_as_typed
28  a picture on a host or in a file is never looked for
    bad_inputs/test_text_on_screen.py::test_markup_in_any_field_is_shown_as_it_was_typed_on_every_page
    bad_inputs/test_text_on_screen.py::test_a_label_that_reads_markup_would_be_found_out
29  signs of SQL in a search are looked for as they stand
    bad_inputs/test_text.py::test_signs_of_a_query_are_looked_for_as_they_stand
30  signs of a full-text query are looked for as they stand
    bad_inputs/test_text.py::test_signs_of_a_query_are_looked_for_as_they_stand
31  a note like a formula is kept, and no cell of a list becomes one
    bad_inputs/test_text.py::test_a_note_like_a_formula_is_kept_as_it_was_written
    bad_inputs/test_text.py::test_a_cell_never_becomes_a_formula_whatever_stands_before_its_sign
32  a name of 200 characters is kept, one of 10,000 refused
    bad_inputs/test_text.py::test_names_of_any_length_that_fits_are_kept_and_a_longer_one_is_refused
33  overrides and what nobody sees are taken out, numbers keep their order
    bad_inputs/test_text.py::test_what_hides_in_a_note_or_a_name_is_taken_out_before_it_is_kept
    domain/test_text_and_numbers.py::test_a_flood_of_marks_is_cut
    exports/test_summary_pdf.py::test_a_phone_keeps_its_order_among_arabic_words
34  names of every script are kept, sorted and found without their marks
    bad_inputs/test_text.py::test_names_of_every_script_are_kept_sorted_and_found_without_their_marks
35  half a letter from the clipboard is replaced
    bad_inputs/test_pasting.py::test_half_a_letter_is_replaced_and_stops_nothing
    bad_inputs/test_files_and_places.py::test_bytes_that_are_no_letters_are_refused_in_one_sentence
36  a birth date that cannot be is refused at its field
    bad_inputs/test_dates_and_numbers.py::test_a_birth_date_that_cannot_be_is_refused_at_its_field
37  a year of two digits or a day that can be read two ways is asked for in words
    bad_inputs/test_dates_and_numbers.py::test_a_year_of_two_digits_is_refused
    bad_inputs/test_dates_and_numbers.py::test_a_day_that_can_be_read_two_ways_is_shown_in_words_to_choose
    bad_inputs/test_dates_and_numbers.py::test_an_iso_day_is_shown_back_with_its_month_in_words
38  a contact in the future or before the birth is refused, one of long ago asked about
    storage/test_contacts.py::test_a_contact_cannot_lie_in_the_future_or_before_the_birth
    bad_inputs/test_contacts.py::test_a_contact_of_ten_years_ago_is_asked_about_and_saved_when_it_is_meant
    bad_inputs/test_contacts.py::test_at_the_command_line_a_day_long_ago_has_to_be_meant
39  times are kept in UTC and shown in the clinic's zone, whatever the machine's
    bad_inputs/test_dates_and_numbers.py::test_a_time_in_the_gap_or_the_fold_of_the_clock_is_kept_in_utc
    bad_inputs/test_dates_and_numbers.py::test_another_zone_of_the_machine_changes_no_time_of_the_clinic
40  a phone is kept as text, letters are refused
    bad_inputs/test_dates_and_numbers.py::test_a_phone_is_kept_as_it_was_typed
    bad_inputs/test_dates_and_numbers.py::test_a_phone_with_letters_is_refused
41  what is no whole number is refused
    bad_inputs/test_dates_and_numbers.py::test_what_is_no_whole_number_is_refused
    bad_inputs/test_dates_and_numbers.py::test_a_score_that_is_no_number_is_refused_at_its_field
    bad_inputs/test_dates_and_numbers.py::test_at_the_command_line_too
42  five megabytes of rich text come in as plain words, as many as fit, and it is told
    bad_inputs/test_pasting.py::test_five_megabytes_of_rich_text_come_in_as_plain_words_and_no_more_than_fit
43  five thousand contacts are read in pages
    ui/contacts/test_timeline.py::test_five_thousand_entries_are_fetched_in_pages_and_few_of_them_kept_set
44  no team, or one whose holder has left, is a gap
    bad_inputs/test_team.py::test_a_patient_without_a_team_is_shown_as_one_with_gaps
    bad_inputs/test_team.py::test_a_role_whose_holder_has_left_is_told_on_the_board
45  who amends second sees both versions
    ui/contacts/test_composer.py::test_an_amendment_overtaken_by_another_shows_it_and_keeps_what_was_typed
46  a record taken back while it is open is told, and the text kept
    bad_inputs/test_window_and_system.py::test_a_contact_retracted_elsewhere_while_it_is_amended_is_told_and_the_text_kept
    ui/patients/test_form_keeps.py::test_a_patient_who_is_gone_is_told_in_one_sentence
47  an empty file is damaged, not a new clinic
    storage/test_faults.py::test_a_file_that_is_no_database_is_refused
48  a file that is no database is refused
    storage/test_faults.py::test_a_file_that_is_no_database_is_refused
    cli/test_opening.py::test_what_is_no_database_is_refused_by_name
49  a database that is not encrypted is refused by that name
    storage/test_faults.py::test_a_database_that_is_not_encrypted_is_refused_by_name
50  another clinic's database with our key is refused
    bad_inputs/test_files_and_places.py::test_a_copy_of_another_clinic_with_our_keys_is_refused
56  a newer or unknown version is refused, an older one migrated after a copy
    bad_inputs/test_files_and_places.py::test_a_database_of_an_unknown_version_is_refused_and_left_alone
    storage/test_migrations.py::test_a_newer_database_is_refused_and_left_alone
    storage/test_migrations.py::test_an_older_database_is_backed_up_and_migrated
65  shares and synchronised folders are refused, FAT is told, every other place works
    storage/test_places.py::test_no_database_is_made_or_opened_in_a_synchronised_folder
    storage/test_places.py::test_a_link_to_a_share_is_a_share
    bad_inputs/test_files_and_places.py::test_a_disk_of_the_fat_kind_is_told_and_works
    bad_inputs/test_files_and_places.py::test_a_database_works_in_a_folder_of_any_name
66  a second window names the first, a lock of who died is nobody's
    ui/window/test_second_window.py::test_a_second_window_names_the_first_and_opens_once_that_is_locked
    storage/test_holding.py::test_a_process_that_was_killed_holds_nothing
67  a file held by another program keeps the form and loses nothing
    ui/contacts/test_composer.py::test_a_locked_database_keeps_everything_and_says_so
    cli/test_opening.py::test_a_database_that_another_program_writes_to_is_left_alone
68  a full disk is told, and nothing half written stays
    storage/test_faults.py::test_when_the_disk_is_full_nothing_is_half_saved
    storage/test_copies.py::test_a_full_disk_leaves_no_half_copy
    bad_inputs/test_files_and_places.py::test_a_pdf_and_a_list_that_do_not_fit_on_the_disk_are_told_and_leave_nothing
    ui/test_crash.py::test_a_report_that_cannot_be_written_stops_nothing
69  a clock that went back is told and marked, no copy is dropped for it
    bad_inputs/test_window_and_system.py::test_a_clock_that_went_back_is_told_at_unlocking_and_marked_in_the_trail
    bad_inputs/test_window_and_system.py::test_a_clock_that_goes_back_while_the_desk_is_open_is_told_once
    bad_inputs/test_window_and_system.py::test_a_clock_that_is_a_year_ahead_or_behind_costs_no_recent_copy
70  suspended is locked, and the window comes back on a screen that is there
    ui/window/test_idle.py::test_a_machine_that_was_suspended_is_locked_at_once
    bad_inputs/test_locked.py::test_no_pixel_and_no_word_of_a_patient_is_left_whatever_was_open
    bad_inputs/test_window_and_system.py::test_a_window_whose_screen_is_gone_comes_back_on_one_that_is_there
71  logging off keeps what is half entered and closes the database
    bad_inputs/test_window_and_system.py::test_logging_off_keeps_what_is_half_entered_and_closes_the_database
73  copies that cannot be made are told, and the next whole one is offered
    ui/window/test_backups.py::test_a_second_folder_that_is_gone_is_told_and_the_copy_stands
    ui/window/test_backups.py::test_an_old_copy_is_marked
    bad_inputs/test_files_and_places.py::test_when_the_newest_copy_is_damaged_the_next_whole_one_is_offered
75  modules of strangers are not taken, odd folders for temporary files stop nothing
    bad_inputs/test_files_and_places.py::test_a_module_that_only_has_the_name_of_one_of_ours_is_not_taken
    bad_inputs/test_files_and_places.py::test_folders_for_temporary_files_that_are_not_there_stop_nothing
76  without display, printer or fonts it is explained, on a small or fine screen it starts
    test_main.py::test_a_window_without_a_display_is_refused_in_one_sentence
    bad_inputs/test_window_and_system.py::test_the_window_fits_a_small_or_a_fine_screen
    ui/summary/test_paper.py::test_without_a_printer_there_is_one_sentence
    exports/test_summary_pdf.py::test_a_letter_that_no_font_has_is_spelled_out_and_named
77  every country reads alike, and the window is mirrored
    bad_inputs/test_dates_and_numbers.py::test_a_number_is_read_alike_in_every_country
    bad_inputs/test_dates_and_numbers.py::test_a_dotless_i_is_found_whatever_the_machine_speaks
    bad_inputs/test_dates_and_numbers.py::test_the_program_reads_and_writes_alike_in_every_locale
    ui/test_look_accessible.py::test_everything_is_drawn_in_both_themes_directions_and_sizes
80  the name of a file that leaves betrays nobody
    exports/test_file_names.py::test_a_file_name_tells_the_day_and_the_digest_and_nobody
    exports/test_handing.py::test_the_names_of_the_files_betray_nobody
    bad_inputs/test_team.py::test_the_names_of_lists_that_leave_betray_nobody

wrong key  the file or the passphrase is named, the file untouched
    storage/test_faults.py::test_a_file_that_is_no_database_is_refused
    storage/test_faults.py::test_a_wrong_passphrase_is_one_sentence
missing  the file is named and not made
    storage/test_faults.py::test_a_file_that_is_not_there_is_named_and_not_made
empty  a file of no bytes is damaged
    storage/test_faults.py::test_a_file_that_is_no_database_is_refused
damaged  it is known before anything is written, and a copy is offered
    ui/window/test_rescue.py::test_damage_is_known_before_anything_is_written
    ui/window/test_rescue.py::test_a_copy_is_put_back_on_the_unlock_page
busy  another program writes: the form is kept
    storage/test_faults.py::test_while_another_program_writes_nothing_is_saved_and_it_is_said
    ui/contacts/test_composer.py::test_a_locked_database_keeps_everything_and_says_so
read-only  it is read and said so, never written, and nothing beside it is touched
    cli/test_opening.py::test_a_read_only_database_is_never_written
    cli/test_opening.py::test_a_read_only_database_is_read_and_it_is_said_that_the_trail_does_not_hear_of_it
    storage/test_read_only.py::test_it_is_signed_in_at_and_read_and_not_one_byte_is_touched
    storage/test_read_only.py::test_a_log_that_nobody_folded_in_is_read_too
    ui/window/test_read_only.py::test_a_band_says_that_nothing_can_be_saved_and_what_to_do
    ui/window/test_read_only.py::test_everything_can_be_looked_at
    ui/window/test_read_only.py::test_a_sheet_says_before_anything_is_typed_that_it_cannot_be_saved
    ui/window/test_read_only.py::test_what_is_half_entered_when_it_turns_read_only_stays_and_can_be_copied
full  nothing is half saved, and little room is told before
    storage/test_faults.py::test_when_the_disk_is_full_nothing_is_half_saved
    bad_inputs/test_files_and_places.py::test_a_disk_that_is_nearly_full_is_told_with_what_is_left
newer  the version that is needed is named
    storage/test_migrations.py::test_a_newer_database_is_refused_and_left_alone
older  copied, migrated in one transaction, opened
    storage/test_migrations.py::test_an_older_database_is_backed_up_and_migrated
audit trail  the first row that is wrong is told, and only read until a supervisor accepts it
    ui/window/test_shell.py::test_a_broken_audit_trail_is_told_across_the_window_and_only_read
    ui/window/test_broken_trail.py::test_everybody_is_told_the_row_and_who_reviews_sees_the_way_forward
    ui/window/test_broken_trail.py::test_a_break_that_is_accepted_lets_the_desk_write_again_and_is_told_no_more
    storage/test_accepting.py::test_what_is_changed_after_it_was_accepted_is_found_as_before
    cli/test_auditing.py::test_a_broken_trail_lets_nothing_be_written_until_it_is_accepted
    cli/test_auditing.py::test_a_broken_trail_names_its_row_and_fails
clock  went back: told, kept all the same, and marked
    bad_inputs/test_window_and_system.py::test_a_clock_that_went_back_is_told_at_unlocking_and_marked_in_the_trail
    bad_inputs/test_window_and_system.py::test_at_the_command_line_a_clock_that_went_back_is_told_and_the_work_is_done
"""
