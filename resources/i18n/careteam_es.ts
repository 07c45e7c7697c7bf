<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>AboutSection</name>
    <message>
        <source>About Careteam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nurse navigator&apos;s desk for people with acute lymphoblastic leukemia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No medical device: it gives no orders, no doses and no advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this machine unless you export it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0. Qt is used under LGPL 3, the fonts Inter and Noto under the SIL Open Font License, Lucide icons under ISC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLCipher 4, AES-256, the whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutSheet</name>
    <message>
        <source>What it tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of now, whatever the period.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AbsenceLine</name>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover (nobody)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these days away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who covers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AbsencesField</name>
    <message>
        <source>Add days away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AcceptSheet</name>
    <message>
        <source>Accept the break of the audit trail?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is mended: the rows stay as they are. Everything that is wrong now is listed in one entry of the trail with your name and reason, and every later check tells it. A change after this is found as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, and who knows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountSection</name>
    <message>
        <source>My account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you sign in with. Roles are given by administrators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else can see or choose it; administrators give one-time codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second factor: beside the password, the desk asks for a code that an app on your telephone shows. The password may be shorter then, from 8 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code of the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way in when every administrator has lost their password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed again from paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on paper yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code is asked for any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on a code is asked for too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for no code any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From then on your password alone opens the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery code of before opens nothing from then on: destroy its paper.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountSheet</name>
    <message>
        <source>as it is typed at the door, such as joan.ellis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person in the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionSheet</name>
    <message>
        <source>{barrier}: what is being done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied to the ride program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody of that role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow, fri, in 1 week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionsSheet</name>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AcuityButton</name>
    <message>
        <source>Acuity {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acuity {total}, {level}; not validated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AcuitySheet</name>
    <message>
        <source>Acuity {total}, {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low 0 to 3, moderate 4 to 7, high from 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moderate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdminWindow</name>
    <message>
        <source>This account keeps users, settings, keys and copies. It sees no patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency access…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgainSheet</name>
    <message>
        <source>Your password once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This concerns more than one patient, or who may sign in. Show that it is you, {user}; then nothing is asked for five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlertRow</name>
    <message>
        <source>Take this alert away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an alert</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskSheet</name>
    <message>
        <source>Your password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskedSheet</name>
    <message>
        <source>{phase} asks for a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days between contacts (0: none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due days of every patient in this phase follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a role.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>the medical record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssignSheet</name>
    <message>
        <source>Assign a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in the directory can fill this role yet; add the role to a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s) now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> · away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditFilters</name>
    <message>
        <source>Every user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN of the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To this day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditReview</name>
    <message>
        <source>Every finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing worth a look was done since the last review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is looked for…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) to review.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody signed a review off yet; once a week is usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last signed off {at} by {who}: {note}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditSection</name>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who opened, changed and sent what. It cannot be switched off, and is looked through and signed off every week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at} by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash of the last row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditTrail</name>
    <message>
        <source>When and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this kind was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv);;Workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking every row…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail is whole: {rows} rows, each chained to the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a report of the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report of {count} rows is saved as {name}. {end}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Emergency access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many patients exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside clinic hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong passphrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very many charts in a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts with the user&apos;s own name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trail broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsSection</name>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A verified copy is made every day, on leaving, and before an import or an update. Copies are encrypted like the database and open with the passwords of then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse a restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no copy yet. The first is made on leaving, or now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest verified copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No second folder any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second folder for copies, such as a USB drive or a share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On leaving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before a change of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarrierReportSheet</name>
    <message>
        <source>Barrier of {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarrierSection</name>
    <message>
        <source>Add barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers to care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No barrier is known. Add the first one, or note that none was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add action…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarrierSheet</name>
    <message>
        <source>Add a barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct a barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Barriers</name>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {days} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchSheet</name>
    <message>
        <source>Export summaries of these patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file for each patient of the list as it is filtered now, under names that betray nobody, with a report beside them of what was made and what was left out. Each stands in the patient&apos;s register of disclosures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are in the folder {folder}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %Ln file(s) are in the folder {folder}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out; the report there says why.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have letters that no font here can draw; the report there names them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nurse practitioner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nutrition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehabilitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spiritual care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supportive oncology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left {day}: replace them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined by patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◆ Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for by {phase}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◆ Suggested: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referred {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask again {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask again at {phase}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardActs</name>
    <message>
        <source>Log contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient declines…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why on the list?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the team as address cards…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save due days for a calendar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save due days with the name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wish…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions so far…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team on a date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make lead of the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make holder of the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrokenPart</name>
    <message>
        <source>Save or print the report first. Then an administrator puts a copy back in Settings, Backups; or you accept the break: what was found and why stand in the trail for good, and the record can be changed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the break…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The break is accepted; the record can be changed again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BusyView</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing with the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CadenceSection</name>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business days leave out Saturdays, Sundays and the clinic&apos;s holidays. Steps that are planned already follow their rule, unless they were put off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any phase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CadenceSheet</name>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business days after it (0: count in days)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A series: every so many days (0: none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A series: for how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallSheet</name>
    <message>
        <source>When to call: {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of Careteam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they say, in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to the words of Careteam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number for any hour stands below them. Empty: the words of Careteam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed words are a draft until they are reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading grade {grade} (English words).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading grade {grade} (English words): more than sixth grade.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CareTeamTab</name>
    <message>
        <source>Assign role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles of the care team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phase is set, so no role is asked for. Set the phase, or assign a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n assigned</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fill</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggested</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next milestone: {what}, day {day}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {title} counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goal {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>all done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Choose your password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code you signed in with works no more once you have chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChooseSheet</name>
    <message>
        <source>Which tests are planned?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the others are not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a test, or say why none is planned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicSection</name>
    <message>
        <source>Clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands on summaries; every day is counted in its time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone numbers of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locks itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {minutes} min without key, mouse or touch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicSheet</name>
    <message>
        <source>Clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country of phone numbers, two letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk locks itself after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another time zone counts from the next time the database is unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseActionSheet</name>
    <message>
        <source>End an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseBarrierSheet</name>
    <message>
        <source>Close: {barrier}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open action(s) close with it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeOnSheet</name>
    <message>
        <source>Ask for a code of a device too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the picture with an app for one-time codes on your telephone, or type the letters into it. Then type the code that it shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed in letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code that the device shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code that your device shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>It is shown this once. Give it to {name} in person or by phone, never by the way their password was lost. It works once, until {until}; a password is chosen then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is written down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnRows</name>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {heading} means</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>A list of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days such as 03/04/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, to remember them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name under which the columns are remembered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import · what the columns mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} · {rows} · nothing has been changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>03/04/2026 is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>03/04/2026 is 4-Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>03/04/2026 is 3-Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which column holds: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the first {rows} {wrong} have a problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the first {rows} has a problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read: {headings}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>{person} (backup)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caregiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We reached out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They reached us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It now says: {note} Save again to put yours in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amend contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save amendment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when the next step is due, such as tomorrow, fri, +3 or 24 Nov.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConferenceCard</name>
    <message>
        <source>Tumour board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a tumour board…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tumour board is planned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConferenceSheet</name>
    <message>
        <source>Tumour board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as transplant in first remission?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty until there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a decision it comes back to Today on the next working day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the board</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictSheet</name>
    <message>
        <source>{name}: changed here and in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not chosen otherwise stays as it was entered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here {ours}, in the file {theirs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep ours: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colleagues: changed here and in the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentSheet</name>
    <message>
        <source>Record a consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verbal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient, if nobody else is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the patient told about the share of the cost they may have to pay?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactActs</name>
    <message>
        <source>Amend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retract…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what it said before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {tab}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retract contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays readable, struck through with the reason, and counts for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>What is put right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is amended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactLine</name>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mode} with {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpreter used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caregiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retracted: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} — late</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactsSection</name>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a try reached nobody, the patient comes back on the list; after the last try another way is proposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Change the way after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes to pick</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactsTab</name>
    <message>
        <source>Log the first contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact has been logged yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopySheet</name>
    <message>
        <source>This copy has another key than the database has now: choose who you were when it was made, and type the password of then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Rehearsed: {patients} patients and {contacts} contacts could be restored, in {seconds} s. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up, and the copy is verified.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectSheet</name>
    <message>
        <source>Correct the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry stays as it is; the one you make now says what was true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is corrected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoverSheet</name>
    <message>
        <source>Cover for {name}, {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cover %Ln</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageColumns</name>
    <message>
        <source>Last reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN {mrn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Never reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask again {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask again at {phase}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoveragePage</name>
    <message>
        <source>Whose patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients of the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where care has a gap. A figure opens its list; Return opens a patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {days} days or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody reached for {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for, nobody has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by one person only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the patient, for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles to fill, the longest wait first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles that wait long, the longest wait first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles held by one person only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was reached, the longest silence first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined roles to ask about again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every role that is asked for is filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No role has waited long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every role that wants a backup has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every patient was reached in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No declined role is to be asked about again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecidedSheet</name>
    <message>
        <source>Suggestions so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggestion was decided yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeclineSheet</name>
    <message>
        <source>{role}: the patient declines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At no certain phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or on a day: in 4 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO · every person here is invented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, place or NPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow the list by name, place or NPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show who has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save everybody as address cards…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a person to see how to reach them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody in the directory fits. Take back a letter, or show all roles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory is empty. Add the first person of the care team.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DischargeSheet</name>
    <message>
        <source>Discharge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharged on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s rules plan the call after it, and it comes onto Today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Disclosures</name>
    <message>
        <source>Disclosures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When and by whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this patient has left the program yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected; the newer entry counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>with %Ln other patient(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What left the program of this patient. The PDF is the accounting of the last six years (45 CFR 164.528).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiseaseOverTime</name>
    <message>
        <source>Remission and MRD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record remission or MRD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No status is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiseaseSheet</name>
    <message>
        <source>Remission and MRD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurable residual disease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest remission is also what the diagnosis says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DismissSheet</name>
    <message>
        <source>Not now: {role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoneSheet</name>
    <message>
        <source>{what} is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result in a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurable residual disease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result may follow later: open the line again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoublesNotice</name>
    <message>
        <source>This MRN belongs to a patient already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody like this is a patient already. Is it the same person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN {mrn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {here} here, {there} there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmergenciesSection</name>
    <message>
        <source>Emergency access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest {count} are shown; the audit trail has all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has opened emergency access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever opens it sees and does what a navigator may, for an hour. Somebody else looks at each one afterwards, and at the charts that were opened in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be reviewed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>Nobody else can care for the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disaster or downtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it for an hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmergencyAccess</name>
    <message>
        <source>Emergency access has ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmergencyBand</name>
    <message>
        <source>End now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>EMERGENCY ACCESS · %n minute(s) left · all of it is reviewed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmergencyReview</name>
    <message>
        <source>The emergency access of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chart(s) opened; Enter shows the history of one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmergencyReviewSheet</name>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begun} until {ends}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts that were opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chart was opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmergencySheet</name>
    <message numerus="yes">
        <source>For %n minute(s) this account may see and do what a navigator may. Everything that is opened is kept in the audit trail, and a supervisor reviews it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What kind of emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndSheet</name>
    <message>
        <source>{person} is no longer {role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnrolSheet</name>
    <message>
        <source>Enroll in a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who bills and supervises from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who bills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who supervises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stood before ends on that day and stays on record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests and milestones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disease status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admissions and discharges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symptoms, risks, concerns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tumor boards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declined by the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>treatment began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>treatment ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disease status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency department visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>barrier found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>barrier, action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>barrier closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referral requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referral accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referral declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referral scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referral in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referral completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referral cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referral revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referral failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alert began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alert ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial, in screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial, eligible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial, enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial, not eligible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial, off study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tumor board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past the cut-off of {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was told yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retracted: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retracted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntrySection</name>
    <message>
        <source>Entries of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it was for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was logged in this month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked: what counts in it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retract…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryTable</name>
    <message>
        <source>What else can be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EverythingSection</name>
    <message>
        <source>Everything as files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is kept belongs to the clinic and can be read without this program: one CSV file a table, a description of every column, and a README that says how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row of every table, the audit trail too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords, keys and the seeds of codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has the folder reads the records of all patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every patient gets a line in the register of disclosures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the whole database as files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder in which the new folder is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows are saved in the folder {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; nothing of it was left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FhirOutgoing</name>
    <message>
        <source>Save the summary as a FHIR document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the paper as a FHIR document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the whole record as FHIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary saved as FHIR in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper saved as FHIR in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole record saved as FHIR in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>What {title} counts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>everybody goes in who can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ticked, or an answer is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every row could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list below says why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileAsked</name>
    <message numerus="yes">
        <source>%Ln due day(s) are saved as {name}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save due days for a calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln address card(s) are saved as {name}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save as address cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address cards (*.vcf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileSection</name>
    <message>
        <source>On file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toward the next unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no program yet. Minutes count once the patient is enrolled in one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enroll…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who bills and supervises…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays on record with the reason and stands no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew consent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>My lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently assigned to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterSheet</name>
    <message>
        <source>Save this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the whole clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterTags</name>
    <message>
        <source>Take away the filter {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingCards</name>
    <message>
        <source>Roles to fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined, ask again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingEditSheet</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingSheet</name>
    <message>
        <source>Note a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it calls for is proposed on the role board; a person decides.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingTable</name>
    <message>
        <source>What was noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>Symptoms and risk factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note a finding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is noted yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRowTable</name>
    <message>
        <source>The first rows as they will be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it will be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowStrip</name>
    <message>
        <source>Due days follow the new rules: {done} of {total} patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The due days of {rest} patients still follow the rules as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The due days of some patients could not be worked out again. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormRoom</name>
    <message>
        <source>Draft kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is now {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Page Down: next section</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FHIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOverSheet</name>
    <message>
        <source>Hand over patients of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each keeps the history of who held the role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{roles} of {patients}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln is held by the new holder already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %Ln</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>Nobody holds a role of these patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>From {name}: {roles}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When and who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this kind was done yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened, printed, sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldSheet</name>
    <message>
        <source>Put {role} on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due while a role rests.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HolidaySheet</name>
    <message>
        <source>New holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HolidaysSection</name>
    <message>
        <source>Holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing falls due on these days, Saturdays and Sundays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The year before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill federal holidays of {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No holidays of {year} are in the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HowPart</name>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction: {direction}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When · late entry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HuddleSheet</name>
    <message>
        <source>Huddle list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the huddle list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the preview…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>Nobody was at the desk for a while: it locks in half a minute. Press any key to stay; what is half entered is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>FHIR R4 files and tables (*.json *.ndjson *.csv *.tsv *.txt *.xlsx *.xlsm);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a table: bring in one table at a time, by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPatients</name>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients in the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN {mrn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln taken over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>1 person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln care team(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) in the care team</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln condition(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) of the record</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relative(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 colleague differs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} colleagues differ…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {goal} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {goal} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>at most %n business day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>goal {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{goal}: met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{goal}: not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caseload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hits} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 business day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>Export CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts by role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days from suggestion to first contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median, from referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of those asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new this quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new this year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new in these days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsightsSection</name>
    <message>
        <source>Insights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A goal stands with its measure on the Insights page, and is a dashed line in a chart. Small counts are hidden from readers outside the clinic: 1 to 10 by the cell suppression policy of CMS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest count shown outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acuity score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsightsSheet</name>
    <message>
        <source>Insights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals: {topic}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure}, {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show an acuity score with each patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest count shown outside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InstrumentSheet</name>
    <message>
        <source>New instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where there is little room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A low score is the bad one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores go up by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut-off (empty: none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From age (empty: any)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below age (empty: any)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again after (0: not by itself)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InstrumentsSection</name>
    <message>
        <source>Instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, score and date are kept, never the questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{score} or less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{score} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>again after {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {years} years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to under {last} years</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyOfThen</name>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password at that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code, from its envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the recovery code of then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password that you had then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code of that time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 shows them anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindButton</name>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show: {kinds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all but {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} kinds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastImport</name>
    <message>
        <source>Last table: {file}, {at}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeaveOutSheet</name>
    <message>
        <source>Leave out {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>End {program}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeavingSheet</name>
    <message>
        <source>A person, an office, an organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If more is to be said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in the patient&apos;s register of disclosures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in the register of disclosures of every patient on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterheadPart</name>
    <message>
        <source>Edit the letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo of the clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands at the top of every paper. The number after hours is the first on a care-team card. A logo is a PNG or JPEG of at most 200 kB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterheadSheet</name>
    <message>
        <source>Letterhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address, line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone of the clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone when the clinic is closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListButton</name>
    <message>
        <source>Save the list… ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Save the list: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv);;Workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A list of %Ln line(s) is saved as {name}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListSheet</name>
    <message>
        <source>{title} · {period}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is counted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it counts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those that count ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListTitles</name>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask at phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered for a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past the cut-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles to fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huddle list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered a trial yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers to care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests and milestones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly report of barriers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly report of distress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListsSection</name>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word that is switched off is offered no longer; what was recorded with it keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why a role ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why a role is declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why something is put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatments across phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests and milestones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symptoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways of referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not in a trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why a suggestion is dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist for transplant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist for CAR-T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockedWork</name>
    <message>
        <source>The copy is checked and put in place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is copied and then encrypted with another key. Should the machine stop meanwhile, passwords still open it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookNotice</name>
    <message>
        <source>This is the version that was saved meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what I typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this user of this machine alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything grows with its words; nothing is cut off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LostSheet</name>
    <message>
        <source>Lost password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator for a one-time code: sign in with it instead of the password, and choose a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An administrator who has lost their own password takes the recovery code from its envelope. It works once; a new one is made and shown afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator&apos;s user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the user name of an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MacroSheet</name>
    <message>
        <source>Text macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}, {patient} and {me} are filled in. {temperature?} asks for a word, {who?|mother|father} for one of these; Tab goes from one to the next.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MacrosSection</name>
    <message>
        <source>Text macros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed in a note with a blank after it, it becomes its text. {date}, {patient} and {me} are filled in; {temperature?} asks, {who?|mother|father} asks with a choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasureTable</name>
    <message>
        <source>Other measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>No role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No navigator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients in care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients in care at the end of the period, or now while it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients who had come by then and had not left: not closed, transferred, declined or deceased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gap between closing and taking up again is not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation caseload: AONN+ navigation metrics, piloted at eight US sites (press release of 8 November 2018)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients who were referred in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients by their day of referral, or by the day on which they were registered where no referral is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients who left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients whose navigation ended in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients who are not in care, by the day since when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients who were taken up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles of the care teams that somebody holds, of those asked for, as of now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles that somebody holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles that the phase or the team asks for, of patients in care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles that the patient declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careteam&apos;s own; proposed, no source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning preference known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients in care of whom it is known how they like to learn, as of now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients with a learning preference on their needs page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients in care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient learning-style preference: AONN+ navigation metrics, piloted at eight US sites (press release of 8 November 2018)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts and tries of the period, whoever began them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts by the clinic&apos;s day on which they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts that were retracted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the clinic&apos;s tries to reach somebody, those that did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries that reached somebody. A contact reached somebody when its outcome says so in the clinic&apos;s list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All outbound contacts of the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts that came from outside, contacts among staff, reviews of the chart, and those that were retracted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached of all outbound attempts; Careteam&apos;s own rule, proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral to first contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business days from the day of referral to the first contact that reached somebody; the hour of a referral is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients who were reached, on the same day or later. A contact reached somebody when its outcome says so in the clinic&apos;s list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients whose day of referral is not known. Who was reached before that day counts as reached at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One large centre reaches new patients within 48 hours (JONS Oct 2024, cat. VII); business days proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion to assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days from the suggestion of a role to the first day of somebody assigned to it since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions after which somebody was assigned to the role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles that were suggested in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignments that were entered in error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion to first contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days from the suggestion of a role to the first contact in it that reached somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions after which somebody was reached in the role. A contact reached somebody when its outcome says so in the clinic&apos;s list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis to first treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days from diagnosis to the first treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients whose day of diagnosis is known whole and not after the first treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients whose first treatment was in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis to initial treatment: AONN+ navigation metrics, piloted at eight US sites (press release of 8 November 2018); Navigation metrics of the treatment phase: Guadagnolo 2011 (PMC4818009), table 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials that were first offered to a patient in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first step with which a trial counts as offered: offered, screening, eligible, enrolled, declined, not eligible or off study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials that were only considered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials that a patient joined in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first step that says enrolled, of each patient and trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in hospital within 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharges after which the patient was admitted again, unplanned, within 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharges followed by an unplanned stay that began up to 30 days later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharges from a stay on a ward in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits to the emergency department alone, planned stays, stays entered in error, and patients who died in hospital. Within the last 30 days the share can still grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readmissions of navigated patients at 30, 60 and 90 days: AONN+ navigation metrics, piloted at eight US sites (press release of 8 November 2018)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in hospital within 60 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharges after which the patient was admitted again, unplanned, within 60 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharges followed by an unplanned stay that began up to 60 days later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits to the emergency department alone, planned stays, stays entered in error, and patients who died in hospital. Within the last 60 days the share can still grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in hospital within 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharges after which the patient was admitted again, unplanned, within 90 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharges followed by an unplanned stay that began up to 90 days later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits to the emergency department alone, planned stays, stays entered in error, and patients who died in hospital. Within the last 90 days the share can still grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distress screened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients in care who were screened for distress in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients with a distress score in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients who came by the last day of the period and had not left before its first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores that were retracted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Psychosocial distress screening: AONN+ navigation metrics, piloted at eight US sites (press release of 8 November 2018); Commission on Cancer, standard 5.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distress positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screened patients with a score at the clinic&apos;s cut-off or above in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients with a positive score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Donovan, JNCCN 20(1): 4 or more is evaluated further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive and referred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients with a positive score who were referred to somebody who takes up distress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients with a referral to, or an assignment of, a social worker, psycho-oncologist, psychiatrist, chaplain or child life specialist on the day of their first positive score of the period or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients with a positive score in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals that were declined, cancelled or failed, and assignments entered in error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Donovan, JNCCN 20(1): 4 or more is evaluated further; Commission on Cancer, standard 5.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive and followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients with a positive score whom somebody who takes up distress has reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients reached by a social worker, psycho-oncologist, psychiatrist, chaplain or child life specialist on the day of their first positive score of the period or later. A contact reached somebody when its outcome says so in the clinic&apos;s list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screened on time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenings that the rules had planned for the period and that were done by their day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned screenings done on the planned day or before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenings for distress and nutrition planned for a day of the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that were cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s cadence rules; proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers to care that were found in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers by the day on which they were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers to care: AONN+ navigation metrics, piloted at eight US sites (press release of 8 November 2018); Commission on Cancer, standard 8.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers that were resolved in the period, of those that stood in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers with the result resolved on a day of the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers that stood on at least one day of the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days to resolve a barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days from finding a barrier to resolving it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers that were resolved in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers to care: AONN+ navigation metrics, piloted at eight US sites (press release of 8 November 2018); days proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals of the period whose loop is closed by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals that were completed, declined, cancelled, revoked or have failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals asked for in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed-loop states: HL7 Gravity (FHIR SDOH clinical care, 2026)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days to complete a referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days from asking for a referral to its result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals that were completed in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of open referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days since open referrals were asked for, as of now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals that are requested, accepted, scheduled or in progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palliative care referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals to palliative care in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals to a palliative physician or nurse by the day on which they were asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palliative care referrals: AONN+ navigation metrics, piloted at eight US sites (press release of 8 November 2018)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social support referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals to social support in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals to a social worker, financial counselor, case manager or community health worker by the day on which they were asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social support referrals: AONN+ navigation metrics, piloted at eight US sites (press release of 8 November 2018)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MilestoneSheet</name>
    <message>
        <source>Plan a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24-Nov-2026, fri or in 2 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty while it is planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, where one is not enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result in a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test of a phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the test is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number; days before it are negative.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Milestones</name>
    <message>
        <source>Tests and milestones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No test is planned yet. Plan one, or add what is proposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MilestonesSection</name>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests of the phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is proposed when a phase begins; day 1 is its first. A person accepts or dismisses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add test</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>late after %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Day {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoveSheet</name>
    <message>
        <source>Another day for {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeedCard</name>
    <message>
        <source>Type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else in the directory can fill all of these roles; choose some of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who takes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s) now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> · away today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeedsTab</name>
    <message>
        <source>Red flag…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {least} characters. Four or five words that do not belong together are safe and easy to remember; any letters, digits, signs and blanks may be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords differ; type the same one twice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewReferralSheet</name>
    <message>
        <source>New referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own judgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body outside the clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewerNotice</name>
    <message>
        <source>Somebody else saved this patient meanwhile. What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They changed: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put mine on top of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>Next steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>F3 lists your short words, such as .vm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short words (F3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NpiEdit</name>
    <message>
        <source>✓ valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutSheet</name>
    <message>
        <source>Export and print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barriers to care, yearly report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Psychosocial distress, yearly report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within the clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For readers outside counts below {least} are hidden; no patient is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the year&apos;s barrier…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Summary copied as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handoff sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper for the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huddle list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounting of disclosures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care-team card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the handoff sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the paper for the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the huddle list as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the accounting of disclosures as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the time sheet as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the treatment summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the care-team card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the care summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the handoff sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the paper for the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the huddle list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the accounting of disclosures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the time sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the treatment summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the care-team card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the handoff sheet as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the paper for the patient as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the huddle list as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the accounting of disclosures as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the time sheet as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the treatment summary as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the care-team card as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the summary as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handoff sheet saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper for the patient saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huddle list saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounting of disclosures saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time sheet saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment summary saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care-team card saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handoff sheet copied as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper for the patient copied as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huddle list copied as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounting of disclosures copied as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time sheet copied as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report copied as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment summary copied as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care-team card copied as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handoff sheet sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper for the patient sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huddle list sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounting of disclosures sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time sheet sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment summary sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care-team card sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverlayEndSheet</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty while it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day without it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverlaySheet</name>
    <message>
        <source>What runs across the phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperKinds</name>
    <message>
        <source>Care summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handoff sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care-team card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the care summary, {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the handoff sheet, {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the paper for the patient, {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the treatment summary, {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the care-team card, {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caregivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transplant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who treats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordPart</name>
    <message>
        <source>Protect with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I type one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password, at least 12 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown only now. Tell it the recipient by telephone, never with the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of this file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordSheet</name>
    <message>
        <source>Change the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password you have now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pathway</name>
    <message>
        <source>{days} · done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {date} · day {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {date} · day {day} of about {usual}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from about {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No day yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay in hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathwaySheet</name>
    <message>
        <source>New pathway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phase that is added comes last; take phases away to put others before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathwayTab</name>
    <message>
        <source>Propose tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose every test that this phase asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests and milestones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} · started {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phase is set yet. Change phase sets the first one and the pathway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the pathway with Change phase, to see what comes next.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathwaysSection</name>
    <message>
        <source>Phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order of phases that the pathway of a patient shows; a change of phase is always a person&apos;s decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pathway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientFields</name>
    <message>
        <source>Who it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14-Mar-1981, Mar 1981 or 1981</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes to be called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ms, Mr, Dr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones and e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs an interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address and payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP or postal code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caregivers and family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State, ICD-10-CM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase of treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phase} since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phase is changed from the patient’s page, so that its history is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientForm</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientList</name>
    <message>
        <source>Assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was assigned to you in the last 14 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You follow nobody yet. Open a patient and press Ctrl+Shift+F.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cover for nobody today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{filled} roles filled, {declined} declined, {missing} to fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{filled} of {asked}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientListHead</name>
    <message>
        <source>Whose patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, MRN, birth date, phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export summaries…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientTimeSheet</name>
    <message>
        <source>Navigation time: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enroll…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log work…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientView</name>
    <message>
        <source>Parts of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>☆ Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the patient under Patients, My lists (Ctrl+Shift+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>★ Followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow this patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open barriers and untold red flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flag}: nobody told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phase} · month {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phase} · day {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of about {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred {day}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined navigation {day}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation closed {day}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientWordsSection</name>
    <message>
        <source>Words for patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to call, as papers for patients say it. A translation that nobody qualified has reviewed carries a band that says so, in both languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit when to call…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to the words of Careteam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed by…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the review back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clinic&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of Careteam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>papers carry the band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits. Type fewer letters, or take the filters away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody here of whom you are the navigator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the whole clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody here yet. Register a patient, or import a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of the care team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nutrition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehabilitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chaplaincy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supportive oncology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away {days} · cover: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away {days} · no cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln to hand over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as address card…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over patients…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPI {number} ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s) need someone from {day}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over all %Ln</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Each keeps the history of who held the role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s) need cover {days}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cover all %Ln</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The cover is backup on these days, and no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pager {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} · no cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} · cover: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>Somebody else changed this meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles this person can fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones, the first to try first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away, first and last day included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>Open that entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has this NPI already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in the directory already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this entry meanwhile. What you typed is kept; where both wrote, saving again puts yours in place of theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this entry meanwhile. Their changes stand here beside yours; save again to keep both.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhaseSheet</name>
    <message>
        <source>Phase of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phase is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {phase} since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This phase asks for %n role(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>To fill: {roles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled: {roles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhasesSection</name>
    <message>
        <source>Phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a phase asks for is a gap on the board until somebody has the role; the rhythm makes the due days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for it no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{milestone}, day {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no usual length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none regular</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneLine</name>
    <message>
        <source>Phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this phone away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneRow</name>
    <message>
        <source>Take this phone away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message: not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May leave a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best time to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a phone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhonesField</name>
    <message>
        <source>Add a phone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickBox</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{chosen} of {all} patients chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickTable</name>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup now, moves up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has the role already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not pursued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>age {years}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known yet of what shapes the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shaped by: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symptoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} · gone {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} · since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} · cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} · decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} · decision missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transplant checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAR-T checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Treatment plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a treatment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start what runs across phases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shapes the plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transplant checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAR-T checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list of treatments…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No treatment is in the plan yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First treatment {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointLine</name>
    <message>
        <source>not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{point}: state and detail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointSheet</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who, where, until when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesCard</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns best by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advance directive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes; where it is kept is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, kept: {place}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesSheet</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advance directive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewLine</name>
    <message>
        <source>Today&apos;s list, if this is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at every patient…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late {late}, today {today}, this week {week}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient moves to another part of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s) would move; first: {names}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no patient in these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import · check before it goes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} · nothing has been changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the directory: {new} to add, {changed} to update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {patients}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody new for the directory either</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody here is told otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} and more newer here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} newer here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what hangs on them is newer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileSheet</name>
    <message>
        <source>What shapes the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as type 2 diabetes, heart failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CNS status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First treatment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgramSheet</name>
    <message>
        <source>Other rules of {program}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the first unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes of the first unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of a further unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes of a further unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further units at most (empty: any)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the rules come from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgramsSection</name>
    <message>
        <source>Programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under which navigation time counts. Careteam counts minutes; it submits no claim and gives no advice on billing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries that reach nobody count as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return on a program gives it other rules from a day on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be confirmed by the clinic: {programs}. No source confirms from which day these rules stand or all that they ask for; what is not confirmed is named below each. Have whoever advises the clinic confirm them, then press Return and write the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no units of minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code}: each {minutes} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} is offered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message numerus="yes">
        <source>%n test(s) proposed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Purposes</name>
    <message>
        <source>Care coordination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient&apos;s or representative&apos;s own request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations of the clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required by law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An authorisation on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickMinutes</name>
    <message>
        <source>Usual minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickSegments</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadAll</name>
    <message>
        <source>From when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since last reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open next steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open barriers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red flags of which nobody was told yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave no message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phase}, day {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything so far, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {day}, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was noted in this time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadOnlyBand</name>
    <message>
        <source>Look at the trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be saved: the audit trail is broken, and a supervisor has to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be saved: the database is read-only here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: nothing can be saved here, and the audit trail does not hear of what is opened. Ask for the right to write to the database and its folder, then unlock again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: {broken} Tell a supervisor, who looks at the trail in Settings. Drafts are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: {broken} Look at the trail; then a copy is put back, or you accept the break with a reason. Drafts are kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write why, so that the record can be understood later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown this once. Print it, or write it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryPart</name>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code from the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code again, from the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another code, perhaps an older one. Type this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code of Careteam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this page in a sealed envelope where the clinic keeps its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When every administrator has lost their password, this code gives one of them a new one. Whoever has it can open the database, so it belongs in a sealed envelope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once it was used a new one is made, and this one opens nothing any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>New recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on paper</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RedFlagSection</name>
    <message>
        <source>Red flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back a red flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flag}: it stays readable and no longer waits for anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was told…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flag} for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has been told</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RedFlagSheet</name>
    <message>
        <source>Red flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the red flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what was noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in °C: 38.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has stayed so for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the temperature in °C, such as 38.4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s escalation line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic has set no line yet. It is set in Settings (Ctrl+,).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 22-Nov-2026 09:41.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferralHistorySheet</name>
    <message>
        <source>Steps of the referral: {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferralSection</name>
    <message>
        <source>New referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps so far…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Referrals</name>
    <message>
        <source>Requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceptance taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} {days} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RehearseSheet</name>
    <message>
        <source>Rehearse the copy of {made}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RelatedRow</name>
    <message>
        <source>Take this person away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caregiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk to them: not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May talk to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May not talk to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone of the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be called in an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent to talk to this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail of the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReopenBarrierSheet</name>
    <message>
        <source>Open again: {barrier}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReopenSheet</name>
    <message>
        <source>Reopen the referral: {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is taken up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it before stays in its history.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplaceSheet</name>
    <message>
        <source>Replace {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history keeps who held the role until then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Import other files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save refused rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import · done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import · done in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing else either</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{patients} as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their own details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody here is told otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Nothing was stored; import the same file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped the import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} {done} of {total} are in and stay; import the same files again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped the import. {done} of {total} are in and stay; import the same files again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN {mrn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RescueSheet</name>
    <message>
        <source>Restore a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what is left…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no copy in {folder}. If copies lie elsewhere, such as on a USB drive, lay one with its .json file into that folder and come back. Without any, save what can still be read of the damaged file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database will be as it was in the copy; what was entered since is not in it. The file of now is kept beside it under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n newer copy(s) are damaged or were changed, and are left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{made} · {patients} patients, {contacts} contacts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>Restore the copy of {made}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database will be as it was then: {patients} patients, {contacts} contacts. What was entered since is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database of now is kept beside it under another name, and nothing is lost. The desk is locked; sign in again with the password of then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewRulesSheet</name>
    <message>
        <source>What a review looks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic works from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until, on Monday to Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many charts opened in a day, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many patients in one export, from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>Review of the words: {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translated by {name}; read back into English by {reader}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualification, such as certified medical interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By this somebody vouches for every word of this language, not for these lines alone. Papers lose their band until one of the words changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the navigator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoleSheet</name>
    <message>
        <source>New role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where there is little room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SNOMED CT code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NUCC taxonomy code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First contact within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between contacts outside the phases (0: none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under 18 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 18 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nurse practitioners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nurses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nutrition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehabilitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chaplaincy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supportive oncology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient and family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RolesSection</name>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who belongs to a care team. Which phase asks for whom stands under Phases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ Switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no first contact due</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>first in %n business day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>then as the phase says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then {rhythm}, or as the phase says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowsSheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SalvageSheet</name>
    <message>
        <source>Read what is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be read goes into a new database beside the damaged one, which stays as it is. Rows on a damaged page are made again from the audit trail, where it tells them. A good copy has more: restore that first, if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the rescued database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the damaged file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} rows are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SalvageWords</name>
    <message>
        <source>The new database is {name}, with the same passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{patients} patients and {contacts} contacts are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{contacts} contacts and {others} other entries are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {contacts} contacts and {others} other entries are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) could be made again from the audit trail.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries of %Ln patient(s) are concerned.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln patient(s) only name and MRN could be read: check the registration.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the audit trail are lost; it says so itself.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedFilterMenu</name>
    <message>
        <source>No filter is saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (clinic)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A navigator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which navigator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreSheet</name>
    <message>
        <source>Record a score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from {lowest} to {highest}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoresSheet</name>
    <message>
        <source>{instrument}: scores so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{instrument} {score}, {day}. It stays readable and counts for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back a score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screening</name>
    <message>
        <source>{score} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} seen {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} asked, not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut-off {score} or less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut-off {score} or more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreeningSection</name>
    <message>
        <source>Record a score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No score yet. Record the first one: name, score and day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next round due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a round was due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a score…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores so far…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a step for {role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign {role}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refer to {role}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now: {role}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “{typed}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN {mrn}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SegmentedControl</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Where the database is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careteam database (*.db)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up Careteam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encrypted database on this machine; nothing leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leukemia Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RN, OCN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinic or program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your given name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two ways in, and no third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data open with the password of a user or with the recovery code that is shown next, and with nothing else: without both nobody can open them, not even the makers of Careteam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords differ; type the same one twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 15 characters. Four or five words that do not belong together are safe and easy to remember; any letters, digits, signs and blanks may be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the clinic a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the clinic&apos;s time zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your family name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where the database is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This exists already; choose a new name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least 15 characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything as files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests of the phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red flags and coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text macros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words for patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The password of the invented clinic is: demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password once more to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a database</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a patient, a person or a contact note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a contact of the patient who is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huddle list: everyone of today on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last thing done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient who is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today; Ctrl+2 Patients, Ctrl+3 Directory, Ctrl+4 Coverage, Ctrl+5 Insights, Ctrl+, Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical trials; Ctrl+Shift+N adds one there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list that has the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care team; Alt+2 Contacts, Alt+3 Pathway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs; Alt+5 Summary, Alt+6 History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit; Ctrl+Shift+P phase, Ctrl+Shift+T state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log work; Ctrl+Shift+M navigation time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the patient, or no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handoff sheet, in the Today list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign a role, in the list of roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a contact for the chosen role, or fill it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refer; in the list of roles for the chosen role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside what is suggested, with the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the contacts: read all before a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note a wish of the patient or the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions so far; in the list of referrals its steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step done; S puts it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathway, in its cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a treatment; O what runs across phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shapes the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consider or offer a trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note a symptom, a risk factor or a concern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a tumour board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the chosen test its result; discharge from a stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another day for the chosen test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the chosen test out, with the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red flag: the clinic&apos;s line, and who was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a barrier; in the list A adds an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the chosen barrier, or open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the chosen barrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences and advance directive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off what is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is the patient on the list? In the list of roles too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over the chosen patients; Shift+↓ chooses more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the filter; Ctrl+Shift+O opens saved ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as PDF, web page, Word, table or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the whole record as FHIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the person who is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close; asks first when something would be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short words, or the words to choose where a text asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next place of a text that asks; ↑ and ↓ choose a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the width; Ctrl++ larger, Ctrl+- smaller</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Draft kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a patient to log a contact.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignOffSheet</name>
    <message>
        <source>Sign the review off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows {first} to {last} count as reviewed; the next review begins after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found, what was done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnoozeSheet</name>
    <message>
        <source>Put off: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SparesSheet</name>
    <message>
        <source>Spare codes for a lost device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each opens the desk once, with your password, when the device is not at hand. They are shown this once: print them and keep them apart from the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have them on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each code works once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as Windows-1252</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files of FHIR R4 (.json or .ndjson) or one table (.csv or .xlsx), or drop them here. You see what they would do before anything is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Encrypted database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is set to work here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locks after {minutes} min idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not backed up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backed up today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backed up yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>last backed up %Ln day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusSheet</name>
    <message>
        <source>Where {name} stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {state} since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {state} since {day}, {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves every call list at once; team and contacts stay on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the patient stands from now on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaySheet</name>
    <message>
        <source>Visit to the emergency department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay in hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty while it lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admitted on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharged on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stays</name>
    <message>
        <source>Admissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admission…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency visit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stay is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discharge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where and why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPart</name>
    <message>
        <source>What, if anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fri, +3, 24 Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who owns the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the next step is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done with this contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} — late</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepSheet</name>
    <message>
        <source>Consider or offer a trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number or a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as consent visit 25 Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the patient stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register has no trial yet; add one under All trials (Ctrl+T).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral: {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fri, in 2 weeks, 8 Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who accepts takes the role; where somebody holds it, as backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StopCard</name>
    <message>
        <source>Another number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on another way:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries that reached nobody: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} not reached: decide how to go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestedSteps</name>
    <message>
        <source>Suggested steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested for those who hold a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions so far…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryChoices</name>
    <message>
        <source>Which paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts of the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include free text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written about treatments and own steps, in the clinic&apos;s language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid out as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message>
        <source>No font here can draw {language}. Do not hand this out: choose English, copy it as text, or ask for a font in the folder CARETEAM_FONTS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No font here can draw some letters. They are spelled out: {letters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading grade {grade} (English words)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phone for any hour is set; the paper has a line to write it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation into {language} is not reviewed; the paper says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no words in {language} for: {names}. They stay in English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the clinic&apos;s own words: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the care summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the preview…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all that is kept of the patient as FHIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the width (Ctrl+0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size {percent} %; fit the width</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SureSheet</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableFlow</name>
    <message>
        <source>Reading the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {done}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save refused rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused rows.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused row(s) are saved as {name}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template is saved as {name}: fill it in, and bring it in here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>add…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeBackButton</name>
    <message>
        <source>Take the import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all of it back?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeamHistorySheet</name>
    <message>
        <source>Team on a date: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody held a role on that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateButton</name>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For assignments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For contacts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TermSheet</name>
    <message>
        <source>New entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A try that reached nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody was reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due days of tries that wait follow. Empty: no rule of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TermsTable</name>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next business day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>after %n business day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextCopying</name>
    <message>
        <source>Copied as text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextEdit</name>
    <message>
        <source>Only the first {count} of {all} characters had room here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeColumns</name>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lacking nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes by activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry lacks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeFile</name>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No minutes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min short of the next unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no units of minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrollment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bills: {billing} · supervises: {supervising}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verbal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over since {day}; ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else bills now; ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be renewed by {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initiating visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimePane</name>
    <message>
        <source>Save as table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was logged as navigation time in this month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap: another entry tells of the same minutes. They count once, for the one that began first; put the other right if it was logged at the wrong time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toward the next unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careteam counts minutes. It submits no claim and gives no advice on billing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts in it can be changed again. Who reopened it and why stays on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimePart</name>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the time was for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation time: a try that reaches nobody does not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation time ({minutes} min this month)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation time: {activity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as navigation time ({minutes} min this month)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>enroll first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>program not offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consent first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consent is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no initiating visit yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody bills yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody supervises yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activity missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} · {minutes} min: {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— no units of minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— {minutes} min short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min overlap, counted once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} of {threshold} min to the next unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{rows} · {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked {day} by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigation time, {month}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineDelegate</name>
    <message>
        <source>… Space shows the whole note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineFilters</name>
    <message>
        <source>Which contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search these notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline, newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimerButton</name>
    <message>
        <source>Stop the timer, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the timer, {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Choose a patient to see their team.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huddle list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone of today on paper (Ctrl+H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles to fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients who are due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save my due days for a calendar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count}+ patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover · MRN {mrn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN {mrn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no patients here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every role that is asked for is filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is due in the next seven days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why on the list?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handoff sheet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToldSheet</name>
    <message>
        <source>{flag}: who was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep who was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name or team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Find a patient, person or contact note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency access…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TreatmentSheet</name>
    <message>
        <source>Add treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as dasatinib</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialEntry</name>
    <message>
        <source>offered {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialList</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} · phase {phase}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialRegister</name>
    <message>
        <source>Trials of the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register is empty. Add the trials your patients can be offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for new patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close for new patients</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialSheet</name>
    <message>
        <source>Add a trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 2 or 1/2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name and phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NCT number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For new patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ In the register already: {trials}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>New drug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immunotherapy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not eligible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off study</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialsCard</name>
    <message>
        <source>Clinical trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consider or offer a trial…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All trials…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trial has been offered yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialsPage</name>
    <message>
        <source>Which list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered a trial yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients without an offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody here was offered a trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinical trials</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TriesSheet</name>
    <message>
        <source>Tries and minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose another way after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes to pick</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TriggerSheet</name>
    <message>
        <source>New trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>business days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names: {facts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposes the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TriggersSection</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is learned of a patient proposes a role or a call; a person accepts or dismisses every suggestion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>within %n business day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the same day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinician on call, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the local protocol, the same day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>The copy {copy} is in place; what was there before is kept as {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careteam is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n wrong password(s) were typed since somebody signed in.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No recovery code was typed again from paper: if passwords are lost, nobody can open the data. Make a new code in Settings, My account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n emergency access(es) wait for a review, in Settings.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The key is changed, and passwords are as they were. Copies of before open with the keys beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of your device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your unsaved contact is kept and comes back after you unlock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the database to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Users</name>
    <message>
        <source>Navigator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cares for patients, logs contacts, brings files in and lets papers out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a navigator; also hands patients over, changes rules, reviews the trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees every patient and changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps users, keys, copies and rules; sees no patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {name} may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody signs in with a name and a password of their own; what they do stands in the audit trail under it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UsersSection</name>
    <message>
        <source>Change the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change roles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of {name} opens nothing any more, and a second factor is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code lets {name} in once; they choose a password then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the password of {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} signs in no more. What they did stays in the trail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If they may have a copy of the database file or of its keys, change the key afterwards: then what they have opens nothing that is entered from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole database is encrypted anew with another key, after a verified copy. Passwords and the recovery code stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is locked meanwhile, and no other window may have the database open. Copies of before open with the keys that lie beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the key of the database?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsSheet</name>
    <message>
        <source>What it said before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitSheet</name>
    <message>
        <source>Record the initiating visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WatchSection</name>
    <message>
        <source>Red flags and coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is shown with every red flag; the days are proposed defaults, for the clinic to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call for a red flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A role waits long from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WatchSheet</name>
    <message>
        <source>Red flags and coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinician on call, (212) 555-0100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call for a red flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent when nobody was reached for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A role waits long from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatPart</name>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreter used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{more}: reasons, what was done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoPart</name>
    <message>
        <source>Choose a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a caregiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a member of the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which caregiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role and person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the body or person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the caregiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! The patient does not want us to talk with {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Consent to talk with {name} was not asked for yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>Why is {name} on the list?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the day is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the rule in Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a public source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly from a public source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person&apos;s decision, no rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WishSheet</name>
    <message>
        <source>A wish for the care team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note the wish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient, her sister Ana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkActs</name>
    <message>
        <source>Retract the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays readable, struck through with the reason, and counts for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkSheet</name>
    <message>
        <source>Amend work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save amendment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it was for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the minutes as a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a time; write it as 22-Nov-2026 09:41.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkerSection</name>
    <message>
        <source>Who works here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts are logged, and “mine” is listed, for this person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nurse navigators come first. Add a person in the directory.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkingSheet</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Busy</name>
    <message>
        <source>How far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the rows…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ChooseSheet</name>
    <message>
        <source>Type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else can fill all of these roles; choose patients of one role.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Eye</name>
    <message>
        <source>Hide the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Frame</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ProgramSheet</name>
    <message>
        <source>Type a name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Tag</name>
    <message>
        <source>Take away {topic}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
