<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AssignSheet</name>
    <message numerus="yes">
        <source>%n patient(s) now</source>
        <translation>
            <numerusform>%n patient now</numerusform>
            <numerusform>%n patients now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditReview</name>
    <message numerus="yes">
        <source>%n row(s) to review.</source>
        <translation>
            <numerusform>%n row to review.</numerusform>
            <numerusform>%n rows to review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchSheet</name>
    <message numerus="yes">
        <source>%n file(s) are in the folder {folder}.</source>
        <translation>
            <numerusform>%n file is in the folder {folder}.</numerusform>
            <numerusform>%n files are in the folder {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n file(s) are in the folder {folder}.</source>
        <translation>
            <numerusform>Stopped: %n file is in the folder {folder}.</numerusform>
            <numerusform>Stopped: %n files are in the folder {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out; the report there says why.</source>
        <translation>
            <numerusform>%n left out; the report there says why.</numerusform>
            <numerusform>%n left out; the report there says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have letters that no font here can draw; the report there names them.</source>
        <translation>
            <numerusform>%n have letters that no font here can draw; the report there names them.</numerusform>
            <numerusform>%n have letters that no font here can draw; the report there names them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CareTeamTab</name>
    <message numerus="yes">
        <source>%n assigned</source>
        <translation>
            <numerusform>%n assigned</numerusform>
            <numerusform>%n assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fill</source>
        <translation>
            <numerusform>%n to fill</numerusform>
            <numerusform>%n to fill</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggested</source>
        <translation>
            <numerusform>%n suggested</numerusform>
            <numerusform>%n suggested</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseBarrierSheet</name>
    <message numerus="yes">
        <source>%n open action(s) close with it.</source>
        <translation>
            <numerusform>%n open action closes with it.</numerusform>
            <numerusform>%n open actions close with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsSection</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverSheet</name>
    <message numerus="yes">
        <source>Cover %n</source>
        <translation>
            <numerusform>Cover %n</numerusform>
            <numerusform>Cover %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageColumns</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Disclosures</name>
    <message numerus="yes">
        <source>with %n other patient(s)</source>
        <translation>
            <numerusform>with %n other patient</numerusform>
            <numerusform>with %n other patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmergencyBand</name>
    <message numerus="yes">
        <source>EMERGENCY ACCESS · %n minute(s) left · all of it is reviewed</source>
        <translation>
            <numerusform>EMERGENCY ACCESS · %n minute left · all of it is reviewed</numerusform>
            <numerusform>EMERGENCY ACCESS · %n minutes left · all of it is reviewed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmergencyReview</name>
    <message numerus="yes">
        <source>%n chart(s) opened; Enter shows the history of one.</source>
        <translation>
            <numerusform>%n chart opened; Enter shows the history of one.</numerusform>
            <numerusform>%n charts opened; Enter shows the history of one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmergencySheet</name>
    <message numerus="yes">
        <source>For %n minute(s) this account may see and do what a navigator may. Everything that is opened is kept in the audit trail, and a supervisor reviews it.</source>
        <translation>
            <numerusform>For %n minute this account may see and do what a navigator may. Everything that is opened is kept in the audit trail, and a supervisor reviews it.</numerusform>
            <numerusform>For %n minutes this account may see and do what a navigator may. Everything that is opened is kept in the audit trail, and a supervisor reviews it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileAsked</name>
    <message numerus="yes">
        <source>%n due day(s) are saved as {name}.</source>
        <translation>
            <numerusform>%n due day is saved as {name}.</numerusform>
            <numerusform>%n due days are saved as {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address card(s) are saved as {name}.</source>
        <translation>
            <numerusform>%n address card is saved as {name}.</numerusform>
            <numerusform>%n address cards are saved as {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverSheet</name>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is held by the new holder already</source>
        <translation>
            <numerusform>%n is held by the new holder already</numerusform>
            <numerusform>%n is held by the new holder already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n</source>
        <translation>
            <numerusform>Hand over %n</numerusform>
            <numerusform>Hand over %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HuddleSheet</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPatients</name>
    <message numerus="yes">
        <source>%n taken over</source>
        <translation>
            <numerusform>%n taken over</numerusform>
            <numerusform>%n taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)…</source>
        <translation>
            <numerusform>%n conflict…</numerusform>
            <numerusform>%n conflicts…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n care team(s)</source>
        <translation>
            <numerusform>%n care team</numerusform>
            <numerusform>%n care teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the care team</source>
        <translation>
            <numerusform>%n place in the care team</numerusform>
            <numerusform>%n places in the care team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s)</source>
        <translation>
            <numerusform>%n condition</numerusform>
            <numerusform>%n conditions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the record</source>
        <translation>
            <numerusform>%n entry(ies) of the record</numerusform>
            <numerusform>%n entry(ies) of the record</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relative(s)</source>
        <translation>
            <numerusform>%n relative</numerusform>
            <numerusform>%n relatives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message numerus="yes">
        <source>at most %n business day(s)</source>
        <translation>
            <numerusform>at most %n business day</numerusform>
            <numerusform>at most %n business days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n day(s)</source>
        <translation>
            <numerusform>at most %n day</numerusform>
            <numerusform>at most %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message numerus="yes">
        <source>A list of %n line(s) is saved as {name}.</source>
        <translation>
            <numerusform>A list of %n line is saved as {name}.</numerusform>
            <numerusform>A list of %n lines is saved as {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MilestonesSection</name>
    <message numerus="yes">
        <source>late after %n day(s)</source>
        <translation>
            <numerusform>late after %n day</numerusform>
            <numerusform>late after %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedCard</name>
    <message numerus="yes">
        <source>%n patient(s) now</source>
        <translation>
            <numerusform>%n patient now</numerusform>
            <numerusform>%n patients now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pathway</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message numerus="yes">
        <source>%n to hand over</source>
        <translation>
            <numerusform>%n to hand over</numerusform>
            <numerusform>%n to hand over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message numerus="yes">
        <source>%n patient(s) need someone from {day}.</source>
        <translation>
            <numerusform>%n patient needs someone from {day}.</numerusform>
            <numerusform>%n patients need someone from {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over all %n</source>
        <translation>
            <numerusform>Hand over all %n</numerusform>
            <numerusform>Hand over all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) need cover {days}.</source>
        <translation>
            <numerusform>%n patient needs cover {days}.</numerusform>
            <numerusform>%n patients need cover {days}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cover all %n</source>
        <translation>
            <numerusform>Cover all %n</numerusform>
            <numerusform>Cover all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhaseSheet</name>
    <message numerus="yes">
        <source>This phase asks for %n role(s)</source>
        <translation>
            <numerusform>This phase asks for %n role</numerusform>
            <numerusform>This phase asks for %n roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhasesSection</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewLine</name>
    <message numerus="yes">
        <source>%n patient(s) would move; first: {names}.</source>
        <translation>
            <numerusform>%n patient would move; first: {names}.</numerusform>
            <numerusform>%n patients would move; first: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message numerus="yes">
        <source>%n test(s) proposed</source>
        <translation>
            <numerusform>%n test proposed</numerusform>
            <numerusform>%n tests proposed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RescueSheet</name>
    <message numerus="yes">
        <source>%n newer copy(s) are damaged or were changed, and are left out.</source>
        <translation>
            <numerusform>%n newer copy is damaged or was changed, and is left out.</numerusform>
            <numerusform>%n newer copies are damaged or were changed, and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RolesSection</name>
    <message numerus="yes">
        <source>first in %n business day(s)</source>
        <translation>
            <numerusform>first in %n business day</numerusform>
            <numerusform>first in %n business days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalvageWords</name>
    <message numerus="yes">
        <source>%n entry(s) could be made again from the audit trail.</source>
        <translation>
            <numerusform>%n entry could be made again from the audit trail.</numerusform>
            <numerusform>%n entries could be made again from the audit trail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries of %n patient(s) are concerned.</source>
        <translation>
            <numerusform>Entries of %n patient are concerned.</numerusform>
            <numerusform>Entries of %n patients are concerned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n patient(s) only name and MRN could be read: check the registration.</source>
        <translation>
            <numerusform>Of %n patient only name and MRN could be read: check the registration.</numerusform>
            <numerusform>Of %n patients only name and MRN could be read: check the registration.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the audit trail are lost; it says so itself.</source>
        <translation>
            <numerusform>%n row of the audit trail is lost; it says so itself.</numerusform>
            <numerusform>%n rows of the audit trail are lost; it says so itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>last backed up %n day(s) ago</source>
        <translation>
            <numerusform>last backed up %n day ago</numerusform>
            <numerusform>last backed up %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableFlow</name>
    <message numerus="yes">
        <source>%n refused row(s) are saved as {name}.</source>
        <translation>
            <numerusform>%n refused row is saved as {name}.</numerusform>
            <numerusform>%n refused rows are saved as {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermsTable</name>
    <message numerus="yes">
        <source>after %n business day(s)</source>
        <translation>
            <numerusform>after %n business day</numerusform>
            <numerusform>after %n business days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriggersSection</name>
    <message numerus="yes">
        <source>within %n business day(s)</source>
        <translation>
            <numerusform>within %n business day</numerusform>
            <numerusform>within %n business days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message numerus="yes">
        <source>%n wrong password(s) were typed since somebody signed in.</source>
        <translation>
            <numerusform>%n wrong password were typed since somebody signed in.</numerusform>
            <numerusform>%n wrong passwords were typed since somebody signed in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n emergency access(es) wait for a review, in Settings.</source>
        <translation>
            <numerusform>%n emergency access waits for a review, in Settings.</numerusform>
            <numerusform>%n emergency accesses wait for a review, in Settings.</numerusform>
        </translation>
    </message>
</context>
</TS>
