<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AssignSheet</name>
    <message numerus="yes">
        <source>%Ln patient(s) now</source>
        <translation>
            <numerusform>%Ln patient now</numerusform>
            <numerusform>%Ln patients now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditReview</name>
    <message numerus="yes">
        <source>%Ln row(s) to review.</source>
        <translation>
            <numerusform>%Ln row to review.</numerusform>
            <numerusform>%Ln rows to review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchSheet</name>
    <message numerus="yes">
        <source>%Ln file(s) are in the folder {folder}.</source>
        <translation>
            <numerusform>%Ln file is in the folder {folder}.</numerusform>
            <numerusform>%Ln files are in the folder {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %Ln file(s) are in the folder {folder}.</source>
        <translation>
            <numerusform>Stopped: %Ln file is in the folder {folder}.</numerusform>
            <numerusform>Stopped: %Ln files are in the folder {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out; the report there says why.</source>
        <translation>
            <numerusform>%Ln left out; the report there says why.</numerusform>
            <numerusform>%Ln left out; the report there says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have letters that no font here can draw; the report there names them.</source>
        <translation>
            <numerusform>%n has letters that no font here can draw; the report there names them.</numerusform>
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
        <source>Cover %Ln</source>
        <translation>
            <numerusform>Cover %Ln</numerusform>
            <numerusform>Cover %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageColumns</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message numerus="yes">
        <source>%Ln person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Disclosures</name>
    <message numerus="yes">
        <source>with %Ln other patient(s)</source>
        <translation>
            <numerusform>with %Ln other patient</numerusform>
            <numerusform>with %Ln other patients</numerusform>
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
        <source>%Ln due day(s) are saved as {name}.</source>
        <translation>
            <numerusform>%Ln due day is saved as {name}.</numerusform>
            <numerusform>%Ln due days are saved as {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln address card(s) are saved as {name}.</source>
        <translation>
            <numerusform>%Ln address card is saved as {name}.</numerusform>
            <numerusform>%Ln address cards are saved as {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverSheet</name>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln role</numerusform>
            <numerusform>%Ln roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s)</source>
        <translation>
            <numerusform>%Ln patient</numerusform>
            <numerusform>%Ln patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln is held by the new holder already</source>
        <translation>
            <numerusform>%Ln is held by the new holder already</numerusform>
            <numerusform>%Ln is held by the new holder already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %Ln</source>
        <translation>
            <numerusform>Hand over %Ln</numerusform>
            <numerusform>Hand over %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln role</numerusform>
            <numerusform>%Ln roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HuddleSheet</name>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPatients</name>
    <message numerus="yes">
        <source>%Ln taken over</source>
        <translation>
            <numerusform>%Ln taken over</numerusform>
            <numerusform>%Ln taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)…</source>
        <translation>
            <numerusform>%Ln conflict…</numerusform>
            <numerusform>%Ln conflicts…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%Ln patient(s)</source>
        <translation>
            <numerusform>%Ln patient</numerusform>
            <numerusform>%Ln patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln care team(s)</source>
        <translation>
            <numerusform>%Ln care team</numerusform>
            <numerusform>%Ln care teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) in the care team</source>
        <translation>
            <numerusform>%Ln place in the care team</numerusform>
            <numerusform>%Ln places in the care team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln condition(s)</source>
        <translation>
            <numerusform>%Ln condition</numerusform>
            <numerusform>%Ln conditions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) of the record</source>
        <translation>
            <numerusform>%Ln entry(ies) of the record</numerusform>
            <numerusform>%Ln entry(ies) of the record</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relative(s)</source>
        <translation>
            <numerusform>%Ln relative</numerusform>
            <numerusform>%Ln relatives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
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
        <source>A list of %Ln line(s) is saved as {name}.</source>
        <translation>
            <numerusform>A list of %Ln line is saved as {name}.</numerusform>
            <numerusform>A list of %Ln lines is saved as {name}.</numerusform>
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
        <source>%Ln patient(s) now</source>
        <translation>
            <numerusform>%Ln patient now</numerusform>
            <numerusform>%Ln patients now</numerusform>
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
        <source>%Ln to hand over</source>
        <translation>
            <numerusform>%Ln to hand over</numerusform>
            <numerusform>%Ln to hand over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message numerus="yes">
        <source>%Ln patient(s) need someone from {day}.</source>
        <translation>
            <numerusform>%Ln patient needs someone from {day}.</numerusform>
            <numerusform>%Ln patients need someone from {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over all %Ln</source>
        <translation>
            <numerusform>Hand over all %Ln</numerusform>
            <numerusform>Hand over all %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s) need cover {days}.</source>
        <translation>
            <numerusform>%Ln patient needs cover {days}.</numerusform>
            <numerusform>%Ln patients need cover {days}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cover all %Ln</source>
        <translation>
            <numerusform>Cover all %Ln</numerusform>
            <numerusform>Cover all %Ln</numerusform>
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
        <source>%Ln patient(s) would move; first: {names}.</source>
        <translation>
            <numerusform>%Ln patient would move; first: {names}.</numerusform>
            <numerusform>%Ln patients would move; first: {names}.</numerusform>
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
        <source>%Ln entry(s) could be made again from the audit trail.</source>
        <translation>
            <numerusform>%Ln entry could be made again from the audit trail.</numerusform>
            <numerusform>%Ln entries could be made again from the audit trail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries of %Ln patient(s) are concerned.</source>
        <translation>
            <numerusform>Entries of %Ln patient are concerned.</numerusform>
            <numerusform>Entries of %Ln patients are concerned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln patient(s) only name and MRN could be read: check the registration.</source>
        <translation>
            <numerusform>Of %Ln patient only name and MRN could be read: check the registration.</numerusform>
            <numerusform>Of %Ln patients only name and MRN could be read: check the registration.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the audit trail are lost; it says so itself.</source>
        <translation>
            <numerusform>%Ln row of the audit trail is lost; it says so itself.</numerusform>
            <numerusform>%Ln rows of the audit trail are lost; it says so itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>last backed up %Ln day(s) ago</source>
        <translation>
            <numerusform>last backed up %Ln day ago</numerusform>
            <numerusform>last backed up %Ln days ago</numerusform>
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
        <source>%Ln refused row(s) are saved as {name}.</source>
        <translation>
            <numerusform>%Ln refused row is saved as {name}.</numerusform>
            <numerusform>%Ln refused rows are saved as {name}.</numerusform>
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
        <source>%Ln patient(s)</source>
        <translation>
            <numerusform>%Ln patient</numerusform>
            <numerusform>%Ln patients</numerusform>
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
