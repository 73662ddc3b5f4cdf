<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutSheet</name>
    <message>
        <source>About Juzheng</source>
        <translation>About Juzheng</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Turns what happened with a lender or a wallet into a timeline, and the timeline into a dossier that others can check. Everything stays on this computer.</source>
        <translation>Turns what happened with a lender or a wallet into a timeline, and the timeline into a dossier that others can check. Everything stays on this computer.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later: you may use it, pass it on and change it under the same terms. It comes without any warranty, and it is no legal advice.</source>
        <translation>Free software under the GNU General Public License, version 3 or later: you may use it, pass it on and change it under the same terms. It comes without any warranty, and it is no legal advice.</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Copy the versions</translation>
    </message>
    <message>
        <source>What it is made of, and the licences</source>
        <translation>What it is made of, and the licences</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text of the licence</translation>
    </message>
    <message>
        <source>This part names its licence and brings no text of it.</source>
        <translation>This part names its licence and brings no text of it.</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>stopped; what is saved stays</source>
        <translation>stopped; what is saved stays</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>stopping; what is saved stays</source>
        <translation>stopping; what is saved stays</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>waiting</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>ActivityButton</name>
    <message numerus="yes">
        <source>Activity: %n running</source>
        <translation>
            <numerusform>Activity: %n running</numerusform>
            <numerusform>Activity: %n running</numerusform>
        </translation>
    </message>
    <message>
        <source>Activity: nothing runs</source>
        <translation>Activity: nothing runs</translation>
    </message>
</context>
<context>
    <name>ActivityLine</name>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Nothing runs, and nothing ran since the start.</source>
        <translation>Nothing runs, and nothing ran since the start.</translation>
    </message>
</context>
<context>
    <name>Agents</name>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>No agent is known yet. Ask for the agent ID in every call.</source>
        <translation>No agent is known yet. Ask for the agent ID in every call.</translation>
    </message>
    <message>
        <source>Agent ID %1 appeared under several names: %2.</source>
        <translation>Agent ID %1 appeared under several names: %2.</translation>
    </message>
    <message>
        <source>The name %2 appeared under several agent IDs: %1.</source>
        <translation>The name %2 appeared under several agent IDs: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more agent(s)</source>
        <translation>
            <numerusform>Show %n more agent</numerusform>
            <numerusform>Show %n more agents</numerusform>
        </translation>
    </message>
    <message>
        <source>%2 (agent ID %1)</source>
        <translation>%2 (agent ID %1)</translation>
    </message>
    <message>
        <source>Agent ID %1</source>
        <translation>Agent ID %1</translation>
    </message>
    <message>
        <source>Agent ID %1 was given just before in this talk, not in this message.</source>
        <translation>Agent ID %1 was given just before in this talk, not in this message.</translation>
    </message>
    <message>
        <source>Join with other IDs and names…</source>
        <translation>Join with other IDs and names…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>They speak for %1: %2</source>
        <translation>They speak for %1: %2</translation>
    </message>
    <message>
        <source>The name %2 stands with agent ID %1, and without one. If it is one person, join them.</source>
        <translation>The name %2 stands with agent ID %1, and without one. If it is one person, join them.</translation>
    </message>
    <message>
        <source>Marked as contradicting another answer</source>
        <translation>Marked as contradicting another answer</translation>
    </message>
    <message>
        <source>Promised, due on or before %1</source>
        <translation>Promised, due on or before %1</translation>
    </message>
    <message>
        <source>Promised, no day given</source>
        <translation>Promised, no day given</translation>
    </message>
    <message>
        <source>the same promise as of %1</source>
        <translation>the same promise as of %1</translation>
    </message>
    <message>
        <source>the day has passed</source>
        <translation>the day has passed</translation>
    </message>
    <message>
        <source>Contradicting answers</source>
        <translation>Contradicting answers</translation>
    </message>
    <message>
        <source>Two answers contradict each other? Mark both in the timeline, in the menu of the entry.</source>
        <translation>Two answers contradict each other? Mark both in the timeline, in the menu of the entry.</translation>
    </message>
    <message>
        <source>Marked as contradicting another answer, and nobody has said which one:</source>
        <translation>Marked as contradicting another answer, and nobody has said which one:</translation>
    </message>
    <message>
        <source>Say which answer it contradicts</source>
        <translation>Say which answer it contradicts</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>the other side</translation>
    </message>
    <message>
        <source>Part again</source>
        <translation>Part again</translation>
    </message>
    <message>
        <source>ID given: %1</source>
        <translation>ID given: %1</translation>
    </message>
    <message>
        <source>This message mentions the agent ID; who wrote it is not said.</source>
        <translation>This message mentions the agent ID; who wrote it is not said.</translation>
    </message>
</context>
<context>
    <name>AllDone</name>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nothing needs attention.</translation>
    </message>
    <message>
        <source>Every exhibit is readable, has a time, and says what it proves.</source>
        <translation>Every exhibit is readable, has a time, and says what it proves.</translation>
    </message>
    <message>
        <source>Show all exhibits</source>
        <translation>Show all exhibits</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Juzheng</source>
        <translation>Juzheng</translation>
    </message>
</context>
<context>
    <name>ArrangingList</name>
    <message>
        <source>Only entries of the same time can change places</source>
        <translation>Only entries of the same time can change places</translation>
    </message>
    <message>
        <source>No other entry has the same time: correct the time to move this one</source>
        <translation>No other entry has the same time: correct the time to move this one</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>There is no file or picture in what was dropped or pasted.</source>
        <translation>There is no file or picture in what was dropped or pasted.</translation>
    </message>
    <message>
        <source>Not added: the vault that it was meant for was closed meanwhile. Drop it once more.</source>
        <translation>Not added: the vault that it was meant for was closed meanwhile. Drop it once more.</translation>
    </message>
    <message>
        <source>Adding evidence</source>
        <translation>Adding evidence</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Show the list</translation>
    </message>
    <message>
        <source>This lies on a website, and nothing is fetched from the network: save the picture first, then drop the file.</source>
        <translation>This lies on a website, and nothing is fetched from the network: save the picture first, then drop the file.</translation>
    </message>
</context>
<context>
    <name>AtHand</name>
    <message>
        <source>Day of the application or contract</source>
        <translation>Day of the application or contract</translation>
    </message>
    <message>
        <source>Contract or case number</source>
        <translation>Contract or case number</translation>
    </message>
    <message>
        <source>Number of a complaint</source>
        <translation>Number of a complaint</translation>
    </message>
    <message>
        <source>Order number of a payment</source>
        <translation>Order number of a payment</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Representative</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>What is asked</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>only for this call, kept nowhere</source>
        <translation>only for this call, kept nowhere</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Show: %1</translation>
    </message>
</context>
<context>
    <name>BackgroundReading</name>
    <message>
        <source>Reading the text again</source>
        <translation>Reading the text again</translation>
    </message>
    <message>
        <source>Reading the text on pictures</source>
        <translation>Reading the text on pictures</translation>
    </message>
</context>
<context>
    <name>BadEndSheet</name>
    <message>
        <source>The program was not closed properly last time</source>
        <translation>The program was not closed properly last time</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>It may have failed, or the computer was switched off. Everything that was saved is there; only what was being typed at that moment may be missing.</source>
        <translation>It may have failed, or the computer was switched off. Everything that was saved is there; only what was being typed at that moment may be missing.</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Remove all of these…</source>
        <translation>Remove all of these…</translation>
    </message>
    <message>
        <source>A change here is made for all of them and taken back in one step.</source>
        <translation>A change here is made for all of them and taken back in one step.</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>several values</translation>
    </message>
    <message>
        <source>State a zone</source>
        <translation>State a zone</translation>
    </message>
    <message>
        <source>Now: several values</source>
        <translation>Now: several values</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Now: %1</translation>
    </message>
    <message>
        <source>Now: assumed, as the dispute&apos;s (%1)</source>
        <translation>Now: assumed, as the dispute&apos;s (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n exhibit</numerusform>
            <numerusform>%n exhibits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other entries</source>
        <translation>
            <numerusform>%n other entry</numerusform>
            <numerusform>%n other entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Being written for %n of them…</source>
        <translation>
            <numerusform>Being written for %n of them…</numerusform>
            <numerusform>Being written for %n of them…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BindingRow</name>
    <message>
        <source>Show the recording</source>
        <translation>Show the recording</translation>
    </message>
    <message>
        <source>Show the call</source>
        <translation>Show the call</translation>
    </message>
    <message>
        <source>Add the recording to the call</source>
        <translation>Add the recording to the call</translation>
    </message>
</context>
<context>
    <name>CaseCard</name>
    <message>
        <source>Where the case stands</source>
        <translation>Where the case stands</translation>
    </message>
    <message>
        <source>Going through what is on the timeline…</source>
        <translation>Going through what is on the timeline…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Complaints</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Promises and agents</source>
        <translation>Promises and agents</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>In pictures</source>
        <translation>In pictures</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>I am calling them now…</source>
        <translation>I am calling them now…</translation>
    </message>
    <message>
        <source>Going through what is on the timeline…</source>
        <translation>Going through what is on the timeline…</translation>
    </message>
</context>
<context>
    <name>CaseSection</name>
    <message>
        <source>Show the entry of %1 in the timeline</source>
        <translation>Show the entry of %1 in the timeline</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>no time</translation>
    </message>
    <message>
        <source>Show %n more</source>
        <translation>Show %n more</translation>
    </message>
    <message>
        <source>Exhibit %1: %2</source>
        <translation>Exhibit %1: %2</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>Next deadline: %1 · %2</source>
        <translation>Next deadline: %1 · %2</translation>
    </message>
    <message>
        <source>No answer recorded by %1 · %2</source>
        <translation>No answer recorded by %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>%n day over</numerusform>
            <numerusform>%n days over</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible next step: %1</source>
        <translation>Possible next step: %1</translation>
    </message>
    <message>
        <source>A complaint is under way: its answer comes first.</source>
        <translation>A complaint is under way: its answer comes first.</translation>
    </message>
    <message>
        <source>In dispute: %1 · came back: %2, and perhaps %3: see Money</source>
        <translation>In dispute: %1 · came back: %2, and perhaps %3: see Money</translation>
    </message>
    <message>
        <source>Missing first: %1</source>
        <translation>Missing first: %1</translation>
    </message>
    <message>
        <source>First call answered at once</source>
        <translation>First call answered at once</translation>
    </message>
    <message>
        <source>First reply within a minute</source>
        <translation>First reply within a minute</translation>
    </message>
    <message>
        <source>First reply after %1</source>
        <translation>First reply after %1</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
    <message>
        <source>only under the institution&apos;s own name: nobody has said yet which numbers are theirs</source>
        <translation>only under the institution&apos;s own name: nobody has said yet which numbers are theirs</translation>
    </message>
    <message>
        <source>promises: %1 kept, %2 not kept, %3 open</source>
        <translation>promises: %1 kept, %2 not kept, %3 open</translation>
    </message>
    <message numerus="yes">
        <source>%n past its day, not marked</source>
        <translation>
            <numerusform>%n past its day, not marked</numerusform>
            <numerusform>%n past their day, not marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>promised again: %n earlier day(s) passed</source>
        <translation>
            <numerusform>promised again: %n earlier day passed</numerusform>
            <numerusform>promised again: %n earlier days passed</numerusform>
        </translation>
    </message>
    <message>
        <source>One contact came after a promise to stop, on %1.</source>
        <translation>One contact came after a promise to stop, on %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) came after a promise to stop: the first on %1, the last on %2.</source>
        <translation>
            <numerusform>%n contact came after a promise to stop: the first on %1, the last on %2.</numerusform>
            <numerusform>%n contacts came after a promise to stop: the first on %1, the last on %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>In dispute: %1, of which nothing has come back yet</source>
        <translation>In dispute: %1, of which nothing has come back yet</translation>
    </message>
    <message>
        <source>In dispute: %1 · came back: %2 · still open: %3</source>
        <translation>In dispute: %1 · came back: %2 · still open: %3</translation>
    </message>
    <message numerus="yes">
        <source>Evidence there: %2 of %n needed piece(s) (%1%: what decides counts twice).</source>
        <translation>
            <numerusform>Evidence there: %2 of %n needed piece (%1%: what decides counts twice).</numerusform>
            <numerusform>Evidence there: %2 of %n needed pieces (%1%: what decides counts twice).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may be there: please look.</source>
        <translation>
            <numerusform>One more may be there: please look.</numerusform>
            <numerusform>%n more may be there: please look.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not open links to %1: they only look like the institution&apos;s.</source>
        <translation>Do not open links to %1: they only look like the institution&apos;s.</translation>
    </message>
</context>
<context>
    <name>ChannelSheet</name>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Take numbers from the contract, the licence register or the card, not from an advert or a message.</source>
        <translation>Take numbers from the contract, the licence register or the card, not from an advert or a message.</translation>
    </message>
    <message>
        <source>Add a channel…</source>
        <translation>Add a channel…</translation>
    </message>
    <message>
        <source>Type: %1</source>
        <translation>Type: %1</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Licence: %1</translation>
    </message>
    <message>
        <source>App: %1</source>
        <translation>App: %1</translation>
    </message>
    <message>
        <source>Publisher: %1</source>
        <translation>Publisher: %1</translation>
    </message>
    <message>
        <source>Domains: %1</source>
        <translation>Domains: %1</translation>
    </message>
    <message>
        <source>Numbers and names it used: %1</source>
        <translation>Numbers and names it used: %1</translation>
    </message>
    <message>
        <source>Say which numbers are its own: then only their calls and messages count in findings.</source>
        <translation>Say which numbers are its own: then only their calls and messages count in findings.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Edit what is known of the institution</source>
        <translation>Edit what is known of the institution</translation>
    </message>
    <message>
        <source>Do not open: %1</source>
        <translation>Do not open: %1</translation>
    </message>
    <message>
        <source>Named in:</source>
        <translation>Named in:</translation>
    </message>
    <message>
        <source>Known from: %1</source>
        <translation>Known from: %1</translation>
    </message>
    <message>
        <source>Found genuine: %1 %2</source>
        <translation>Found genuine: %1 %2</translation>
    </message>
    <message>
        <source>Seen on: %1</source>
        <translation>Seen on: %1</translation>
    </message>
    <message>
        <source>The institution</source>
        <translation>The institution</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>Dossier or bag</source>
        <translation>Dossier or bag</translation>
    </message>
    <message>
        <source>Check a dossier</source>
        <translation>Check a dossier</translation>
    </message>
    <message>
        <source>Checking “%1”</source>
        <translation>Checking “%1”</translation>
    </message>
    <message>
        <source>check</source>
        <translation>check</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF document (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>Search in this list</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
</context>
<context>
    <name>ChecklistPart</name>
    <message>
        <source>How complete the evidence is</source>
        <translation>How complete the evidence is</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>There</source>
        <translation>There</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>By what the timeline shows</source>
        <translation>By what the timeline shows</translation>
    </message>
    <message>
        <source>decisive</source>
        <translation>decisive</translation>
    </message>
    <message>
        <source>How to get it: %1</source>
        <translation>How to get it: %1</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>What you say of it: %1</source>
        <translation>What you say of it: %1</translation>
    </message>
    <message>
        <source>What decides such disputes counts twice. A piece counts because of what the timeline shows, or because you say so. What only words hint at does not count before you have looked.</source>
        <translation>What decides such disputes counts twice. A piece counts because of what the timeline shows, or because you say so. What only words hint at does not count before you have looked.</translation>
    </message>
    <message>
        <source>What it should show, or how to get it: %1</source>
        <translation>What it should show, or how to get it: %1</translation>
    </message>
    <message>
        <source>Perhaps there: please look</source>
        <translation>Perhaps there: please look</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>It is there</translation>
    </message>
    <message>
        <source>That is not it</source>
        <translation>That is not it</translation>
    </message>
    <message>
        <source>You recorded a complaint of %1: add what shows it, its mail or ticket for example.</source>
        <translation>You recorded a complaint of %1: add what shows it, its mail or ticket for example.</translation>
    </message>
</context>
<context>
    <name>ChecklistWords</name>
    <message numerus="yes">
        <source>Evidence there: %1 of %n needed piece(s).</source>
        <translation>
            <numerusform>Evidence there: %1 of %n needed piece.</numerusform>
            <numerusform>Evidence there: %1 of %n needed pieces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more may be there: please look.</source>
        <translation>
            <numerusform>One more may be there: please look.</numerusform>
            <numerusform>%n more may be there: please look.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message>
        <source>%1 · by %2 · perhaps answered on %3</source>
        <translation>%1 · by %2 · perhaps answered on %3</translation>
    </message>
    <message>
        <source>%1 · by %2 · perhaps done on %3: if so, enter that day as the day of acceptance</source>
        <translation>%1 · by %2 · perhaps done on %3: if so, enter that day as the day of acceptance</translation>
    </message>
    <message>
        <source>%1 · only if you are told of it, which is not recorded; it would have ended on %2</source>
        <translation>%1 · only if you are told of it, which is not recorded; it would have ended on %2</translation>
    </message>
    <message>
        <source>%1 · only if you are told of it, then up to %2</source>
        <translation>%1 · only if you are told of it, then up to %2</translation>
    </message>
    <message>
        <source>%1 · ended on %2 · done on %3 · for complex or extended cases up to %4</source>
        <translation>%1 · ended on %2 · done on %3 · for complex or extended cases up to %4</translation>
    </message>
    <message>
        <source>%1 · ended on %2 · for complex or extended cases up to %3</source>
        <translation>%1 · ended on %2 · for complex or extended cases up to %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 · was due on or before %2 · done on %3, %n day(s) late</source>
        <translation>
            <numerusform>%1 · was due on or before %2 · done on %3, %n day late</numerusform>
            <numerusform>%1 · was due on or before %2 · done on %3, %n days late</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · by %2: done</source>
        <translation>%1 · by %2: done</translation>
    </message>
    <message>
        <source>%1 · up to %2</source>
        <translation>%1 · up to %2</translation>
    </message>
    <message>
        <source>%1 · was due on or before %2</source>
        <translation>%1 · was due on or before %2</translation>
    </message>
    <message>
        <source>%1 · due on or before %2</source>
        <translation>%1 · due on or before %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Days off in it: %1</source>
        <translation>Days off in it: %1</translation>
    </message>
    <message>
        <source>%1 is a day off: the next working day counts instead. %2</source>
        <translation>%1 is a day off: the next working day counts instead. %2</translation>
    </message>
    <message>
        <source>That year&apos;s days off are not announced yet.</source>
        <translation>That year&apos;s days off are not announced yet.</translation>
    </message>
    <message>
        <source>Customary, no statutory period.</source>
        <translation>Customary, no statutory period.</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>(not used)</source>
        <translation>(not used)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>Money in</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>Money out</translation>
    </message>
    <message>
        <source>In or out</source>
        <translation>In or out</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>Other side</translation>
    </message>
    <message>
        <source>Its account or number</source>
        <translation>Its account or number</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>Reference number</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>What became of it</translation>
    </message>
    <message>
        <source>Own card or account</source>
        <translation>Own card or account</translation>
    </message>
    <message>
        <source>Balance (not shown)</source>
        <translation>Balance (not shown)</translation>
    </message>
</context>
<context>
    <name>ColumnsSheet</name>
    <message>
        <source>What the columns of “%1” hold</source>
        <translation>What the columns of “%1” hold</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>The file is read again as it was received. Entries keep what you changed, marked or linked yourself; everything else says what the columns hold. This can be undone.</source>
        <translation>The file is read again as it was received. Entries keep what you changed, marked or linked yourself; everything else says what the columns hold. This can be undone.</translation>
    </message>
</context>
<context>
    <name>Companion</name>
    <message>
        <source>During the call</source>
        <translation>During the call</translation>
    </message>
    <message>
        <source>Add to the timeline</source>
        <translation>Add to the timeline</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>To have at hand</source>
        <translation>To have at hand</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>To ask</translation>
    </message>
    <message>
        <source>Add the recording later: its time puts it beside this call</source>
        <translation>Add the recording later: its time puts it beside this call</translation>
    </message>
    <message>
        <source>Promised something</source>
        <translation>Promised something</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Transferred me</source>
        <translation>Transferred me</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>Hung up</translation>
    </message>
    <message>
        <source>Told them I record</source>
        <translation>Told them I record</translation>
    </message>
    <message>
        <source>on hold %1</source>
        <translation>on hold %1</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>It ends</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>It begins</translation>
    </message>
    <message>
        <source>It goes on</source>
        <translation>It goes on</translation>
    </message>
    <message>
        <source>This call is not on the timeline yet.</source>
        <translation>This call is not on the timeline yet.</translation>
    </message>
    <message>
        <source>Noted before the program ended, last at %1. Add it to the timeline, or go on.</source>
        <translation>Noted before the program ended, last at %1. Add it to the timeline, or go on.</translation>
    </message>
    <message>
        <source>The disk takes nothing right now: add the call to the timeline before you close.</source>
        <translation>The disk takes nothing right now: add the call to the timeline before you close.</translation>
    </message>
    <message>
        <source>“I record this call.”</source>
        <translation>“I record this call.”</translation>
    </message>
    <message>
        <source>What is your agent ID, and your name?</source>
        <translation>What is your agent ID, and your name?</translation>
    </message>
    <message>
        <source>What exactly was decided, and by whom?</source>
        <translation>What exactly was decided, and by whom?</translation>
    </message>
    <message>
        <source>By which day?</source>
        <translation>By which day?</translation>
    </message>
    <message>
        <source>Please confirm it in writing. What is the case&apos;s number?</source>
        <translation>Please confirm it in writing. What is the case&apos;s number?</translation>
    </message>
    <message>
        <source>Tick what is asked</source>
        <translation>Tick what is asked</translation>
    </message>
    <message>
        <source>Noted during the call: %1</source>
        <translation>Noted during the call: %1</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Back to one</source>
        <translation>Back to one</translation>
    </message>
    <message>
        <source>Fit both widths</source>
        <translation>Fit both widths</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Swap sides</translation>
    </message>
    <message>
        <source>Compare with another…</source>
        <translation>Compare with another…</translation>
    </message>
    <message>
        <source>Move together (L)</source>
        <translation>Move together (L)</translation>
    </message>
    <message>
        <source>Move each by itself (L)</source>
        <translation>Move each by itself (L)</translation>
    </message>
</context>
<context>
    <name>ComparedExhibit</name>
    <message>
        <source>Exhibit %1</source>
        <translation>Exhibit %1</translation>
    </message>
</context>
<context>
    <name>Complaints</name>
    <message>
        <source>Next deadline: %1 (%2)</source>
        <translation>Next deadline: %1 (%2)</translation>
    </message>
    <message>
        <source>It is answered under Money, in the loan&apos;s terms.</source>
        <translation>It is answered under Money, in the loan&apos;s terms.</translation>
    </message>
    <message>
        <source>Record a complaint to another body…</source>
        <translation>Record a complaint to another body…</translation>
    </message>
    <message>
        <source>No ladder of bodies is known here for such a dispute in this place, and no period. What can be done: complain to the institution in writing and keep the number and the answer; ask it which body supervises it and takes complaints; record each complaint here, whoever it went to.</source>
        <translation>No ladder of bodies is known here for such a dispute in this place, and no period. What can be done: complain to the institution in writing and keep the number and the answer; ask it which body supervises it and takes complaints; record each complaint here, whoever it went to.</translation>
    </message>
    <message>
        <source>This could be the next step.</source>
        <translation>This could be the next step.</translation>
    </message>
    <message>
        <source>%1: no answer recorded. No rule is known that says within which time it has to answer, nor how long one should wait: whether to go on now is for you to say.</source>
        <translation>%1: no answer recorded. No rule is known that says within which time it has to answer, nor how long one should wait: whether to go on now is for you to say.</translation>
    </message>
    <message>
        <source>%1: no answer recorded, and no period for its answer is counted. Whether to go on now is for you to say.</source>
        <translation>%1: no answer recorded, and no period for its answer is counted. Whether to go on now is for you to say.</translation>
    </message>
    <message>
        <source>For it: %1</source>
        <translation>For it: %1</translation>
    </message>
    <message>
        <source>Against it: %1</source>
        <translation>Against it: %1</translation>
    </message>
    <message>
        <source>%1: ended on %2, and no final answer is recorded.</source>
        <translation>%1: ended on %2, and no final answer is recorded.</translation>
    </message>
    <message>
        <source>It asks for: %1</source>
        <translation>It asks for: %1</translation>
    </message>
    <message>
        <source>Record a complaint…</source>
        <translation>Record a complaint…</translation>
    </message>
    <message>
        <source>State from when it counts…</source>
        <translation>State from when it counts…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more complaint(s)</source>
        <translation>
            <numerusform>Show %n more complaint</numerusform>
            <numerusform>Show %n more complaints</numerusform>
        </translation>
    </message>
    <message>
        <source>Filed on %1</source>
        <translation>Filed on %1</translation>
    </message>
    <message>
        <source>It is not said on which day: no period runs.</source>
        <translation>It is not said on which day: no period runs.</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>number %1</translation>
    </message>
    <message>
        <source>from the timeline</source>
        <translation>from the timeline</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Answer: %1</translation>
    </message>
    <message>
        <source>Record what became of it…</source>
        <translation>Record what became of it…</translation>
    </message>
    <message>
        <source>received on %1</source>
        <translation>received on %1</translation>
    </message>
    <message>
        <source>accepted on %1</source>
        <translation>accepted on %1</translation>
    </message>
    <message>
        <source>passed on to the institution on %1</source>
        <translation>passed on to the institution on %1</translation>
    </message>
    <message>
        <source>told of an extension on %1</source>
        <translation>told of an extension on %1</translation>
    </message>
    <message>
        <source>answered on %1</source>
        <translation>answered on %1</translation>
    </message>
    <message>
        <source>It counts as filed. Nobody recorded it, so nothing is said of an answer, and nobody is late.</source>
        <translation>It counts as filed. Nobody recorded it, so nothing is said of an answer, and nobody is late.</translation>
    </message>
    <message>
        <source>Record it as it is shown</source>
        <translation>Record it as it is shown</translation>
    </message>
    <message>
        <source>A complaint on the timeline</source>
        <translation>A complaint on the timeline</translation>
    </message>
    <message>
        <source>The entry does not show with whom: it stands on no step yet.</source>
        <translation>The entry does not show with whom: it stands on no step yet.</translation>
    </message>
    <message>
        <source>Record where it was filed…</source>
        <translation>Record where it was filed…</translation>
    </message>
    <message>
        <source>This entry may be the answer. Is it?</source>
        <translation>This entry may be the answer. Is it?</translation>
    </message>
    <message>
        <source>It is the answer</source>
        <translation>It is the answer</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>It is not</translation>
    </message>
    <message>
        <source>It does not acknowledge the complaint</source>
        <translation>It does not acknowledge the complaint</translation>
    </message>
    <message>
        <source>Record a complaint</source>
        <translation>Record a complaint</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Use the number %1</source>
        <translation>Use the number %1</translation>
    </message>
    <message numerus="yes">
        <source>The dossier of %1 was filed, %n page(s)</source>
        <translation>
            <numerusform>The dossier of %1 was filed, %n page</numerusform>
            <numerusform>The dossier of %1 was filed, %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>What became of the complaint</source>
        <translation>What became of the complaint</translation>
    </message>
    <message>
        <source>Use %1 (%2)</source>
        <translation>Use %1 (%2)</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>May independent witnesses confirm since when your evidence exists?</source>
        <translation>May independent witnesses confirm since when your evidence exists?</translation>
    </message>
    <message>
        <source> and </source>
        <translation> and </translation>
    </message>
    <message>
        <source>timestamp authorities (%1)</source>
        <translation>timestamp authorities (%1)</translation>
    </message>
    <message>
        <source>two timestamp authorities</source>
        <translation>two timestamp authorities</translation>
    </message>
    <message>
        <source>Have the time witnessed</source>
        <translation>Have the time witnessed</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>Send nothing</translation>
    </message>
    <message>
        <source>Only a fingerprint is sent to %1, a number from which nothing can be read: no evidence, no names, no texts. They learn an internet address and a time, and confirm the time. You can change this in the settings at any time.</source>
        <translation>Only a fingerprint is sent to %1, a number from which nothing can be read: no evidence, no names, no texts. They learn an internet address and a time, and confirm the time. You can change this in the settings at any time.</translation>
    </message>
    <message>
        <source>May witnesses confirm the time?</source>
        <translation>May witnesses confirm the time?</translation>
    </message>
</context>
<context>
    <name>ContactLine</name>
    <message>
        <source>%1 is “%2” in the contacts that were added.</source>
        <translation>%1 is “%2” in the contacts that were added.</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in quiet hours</source>
        <translation>
            <numerusform>%n of them in quiet hours</numerusform>
            <numerusform>%n of them in quiet hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, answered %3 after %n day(s)</source>
        <translation>
            <numerusform>%1: filed %2, answered %3 after %n day</numerusform>
            <numerusform>%1: filed %2, answered %3 after %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, perhaps answered after %n day(s)</source>
        <translation>
            <numerusform>%1: filed %2, perhaps answered after %n day</numerusform>
            <numerusform>%1: filed %2, perhaps answered after %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, no final answer recorded for %n day(s)</source>
        <translation>
            <numerusform>%1: filed %2, no final answer recorded for %n day</numerusform>
            <numerusform>%1: filed %2, no final answer recorded for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: filed %2, no answer recorded for %n day(s)</source>
        <translation>
            <numerusform>%1: filed %2, no answer recorded for %n day</numerusform>
            <numerusform>%1: filed %2, no answer recorded for %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: filed %2</source>
        <translation>%1: filed %2</translation>
    </message>
    <message>
        <source>%1: filed %2, %3</source>
        <translation>%1: filed %2, %3</translation>
    </message>
</context>
<context>
    <name>CopyStrip</name>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Remove exhibit %1…</source>
        <translation>Remove exhibit %1…</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1; neither is larger.</source>
        <translation>Maybe the same picture as exhibit %1; neither is larger.</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1, which is the larger file: less of it was lost.</source>
        <translation>Maybe the same picture as exhibit %1, which is the larger file: less of it was lost.</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1; this one is the larger file: less of it was lost.</source>
        <translation>Maybe the same picture as exhibit %1; this one is the larger file: less of it was lost.</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1, which is larger and shows more.</source>
        <translation>Maybe the same picture as exhibit %1, which is larger and shows more.</translation>
    </message>
    <message>
        <source>Maybe the same picture as exhibit %1; this one is larger and shows more.</source>
        <translation>Maybe the same picture as exhibit %1; this one is larger and shows more.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashSheet</name>
    <message>
        <source>Something went wrong that the program did not expect</source>
        <translation>Something went wrong that the program did not expect</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>You can go on. If something looks wrong now, restart the program: what you typed is saved first.</source>
        <translation>You can go on. If something looks wrong now, restart the program: what you typed is saved first.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Restart</translation>
    </message>
</context>
<context>
    <name>CustodyLog</name>
    <message>
        <source>Everything</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Added and written down</source>
        <translation>Added and written down</translation>
    </message>
    <message>
        <source>Changed and removed</source>
        <translation>Changed and removed</translation>
    </message>
    <message>
        <source>Exported and restored</source>
        <translation>Exported and restored</translation>
    </message>
    <message>
        <source>Witnessed by others</source>
        <translation>Witnessed by others</translation>
    </message>
    <message>
        <source>Everything up to entry %1 was witnessed by %2 at %3</source>
        <translation>Everything up to entry %1 was witnessed by %2 at %3</translation>
    </message>
    <message>
        <source>%1 (content erased)</source>
        <translation>%1 (content erased)</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Time (this computer&apos;s clock)</source>
        <translation>Time (this computer&apos;s clock)</translation>
    </message>
    <message>
        <source>Hash of the entry</source>
        <translation>Hash of the entry</translation>
    </message>
    <message>
        <source>Hash of the entry before</source>
        <translation>Hash of the entry before</translation>
    </message>
    <message>
        <source>Commitment to its content</source>
        <translation>Commitment to its content</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>Time witnessed</source>
        <translation>Time witnessed</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
</context>
<context>
    <name>CustodyPage</name>
    <message>
        <source>Custody log</source>
        <translation>Custody log</translation>
    </message>
    <message>
        <source>Which entries are shown</source>
        <translation>Which entries are shown</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>Send myself a receipt…</source>
        <translation>Send myself a receipt…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Reading the log…</translation>
    </message>
</context>
<context>
    <name>DayOffWords</name>
    <message>
        <source>That is a day off: whether the next working day, %1, still counts is for the body to say.</source>
        <translation>That is a day off: whether the next working day, %1, still counts is for the body to say.</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Days with events</source>
        <translation>Days with events</translation>
    </message>
    <message>
        <source>no events</source>
        <translation>no events</translation>
    </message>
    <message numerus="yes">
        <source>%n with times that disagree</source>
        <translation>
            <numerusform>%n with times that disagree</numerusform>
            <numerusform>%n with times that disagree</numerusform>
        </translation>
    </message>
    <message>
        <source>time witnessed by %1</source>
        <translation>time witnessed by %1</translation>
    </message>
    <message>
        <source>all days</source>
        <translation>all days</translation>
    </message>
</context>
<context>
    <name>Demands</name>
    <message>
        <source>What is asked</source>
        <translation>What is asked</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Edit what is asked</source>
        <translation>Edit what is asked</translation>
    </message>
    <message>
        <source>Nothing yet. One sentence for each thing you ask for: a refund, a correction, an apology.</source>
        <translation>Nothing yet. One sentence for each thing you ask for: a refund, a correction, an apology.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Go to the exhibit</source>
        <translation>Go to the exhibit</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>Disclosed</name>
    <message numerus="yes">
        <source>%n private note(s) stay in the vault.</source>
        <translation>
            <numerusform>%n private note stays in the vault.</numerusform>
            <numerusform>%n private notes stay in the vault.</numerusform>
        </translation>
    </message>
    <message>
        <source>Private notes stay in the vault; there are none.</source>
        <translation>Private notes stay in the vault; there are none.</translation>
    </message>
    <message>
        <source>Private notes are for you alone. They are never printed and never disclosed, whatever you choose.</source>
        <translation>Private notes are for you alone. They are never printed and never disclosed, whatever you choose.</translation>
    </message>
    <message numerus="yes">
        <source>Place and camera data are taken out of %n picture(s).</source>
        <translation>
            <numerusform>Place and camera data are taken out of %n picture.</numerusform>
            <numerusform>Place and camera data are taken out of %n pictures.</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos often carry where and with which device they were taken. The dossier shows the pictures without these data; the originals in the vault keep them. What can be seen in a picture stays.</source>
        <translation>Photos often carry where and with which device they were taken. The dossier shows the pictures without these data; the originals in the vault keep them. What can be seen in a picture stays.</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) cannot be shown on paper: only their name and hash are in it.</source>
        <translation>
            <numerusform>%n exhibit cannot be shown on paper: only its name and hash are in it.</numerusform>
            <numerusform>%n exhibits cannot be shown on paper: only their name and hash are in it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recordings and some other files have no picture. Hand over the original files beside the dossier; their hash in it shows that they are the same.</source>
        <translation>Recordings and some other files have no picture. Hand over the original files beside the dossier; their hash in it shows that they are the same.</translation>
    </message>
    <message numerus="yes">
        <source>%n removed exhibit(s) are named as removed.</source>
        <translation>
            <numerusform>%n removed exhibit is named as removed.</numerusform>
            <numerusform>%n removed exhibits are named as removed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Their content is gone. That something was removed, and when, stays visible, so that nobody can say it was hidden.</source>
        <translation>Their content is gone. That something was removed, and when, stays visible, so that nobody can say it was hidden.</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>What is this?</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n exhibit(s)</source>
        <translation>
            <numerusform>%1 of %n exhibit</numerusform>
            <numerusform>%1 of %n exhibits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entry(s) of the timeline</source>
        <translation>
            <numerusform>%1 of %n entry of the timeline</numerusform>
            <numerusform>%1 of %n entries of the timeline</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2.</source>
        <translation>%1 and %2.</translation>
    </message>
    <message>
        <source>Only these are in the dossier. How many are left out is stated in it, so that nobody can say you kept that quiet.</source>
        <translation>Only these are in the dossier. How many are left out is stated in it, so that nobody can say you kept that quiet.</translation>
    </message>
    <message numerus="yes">
        <source>Custody log: %n entry(s), all with what they say.</source>
        <translation>
            <numerusform>Custody log: %n entry, with what it says.</numerusform>
            <numerusform>Custody log: %n entries, all with what they say.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Custody log: %n entry(s) with what they say</source>
        <translation>
            <numerusform>Custody log: %n entry with what it says</numerusform>
            <numerusform>Custody log: %n entries with what they say</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 without.</source>
        <translation>%1, %2 without.</translation>
    </message>
    <message>
        <source>The custody log lists everything that was done to the evidence. Entries about what is not in the dossier, and private ones, are printed without what they say: a reader can check that none was taken out, but not read them.</source>
        <translation>The custody log lists everything that was done to the evidence. Entries about what is not in the dossier, and private ones, are printed without what they say: a reader can check that none was taken out, but not read them.</translation>
    </message>
    <message>
        <source>The complainant&apos;s or representative&apos;s contact details are in it.</source>
        <translation>The complainant&apos;s or representative&apos;s contact details are in it.</translation>
    </message>
    <message>
        <source>Contact details are not in it.</source>
        <translation>Contact details are not in it.</translation>
    </message>
    <message>
        <source>Contact details are not in it: none are recorded.</source>
        <translation>Contact details are not in it: none are recorded.</translation>
    </message>
    <message>
        <source>Phone number or address, as typed in the dispute. They stand on the page of the parties. Whoever gets the dossier, and whoever they hand it on to, can read them.</source>
        <translation>Phone number or address, as typed in the dispute. They stand on the page of the parties. Whoever gets the dossier, and whoever they hand it on to, can read them.</translation>
    </message>
    <message numerus="yes">
        <source>%n original file(s) go along as they are, with place and camera data where they have them.</source>
        <translation>
            <numerusform>%n original file goes along as it is, with place and camera data where it has them.</numerusform>
            <numerusform>%n original files go along as they are, with place and camera data where they have them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Originals show that nothing was changed, so nothing is taken out of them. Photos often carry where and with which device they were taken; only the pictures on the pages are without. To keep that to yourself, export a PDF without attachments.</source>
        <translation>Originals show that nothing was changed, so nothing is taken out of them. Photos often carry where and with which device they were taken; only the pictures on the pages are without. To keep that to yourself, export a PDF without attachments.</translation>
    </message>
</context>
<context>
    <name>DisputeHeader</name>
    <message>
        <source>Disputes</source>
        <translation>Disputes</translation>
    </message>
    <message>
        <source>Edit the dispute</source>
        <translation>Edit the dispute</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>Export dossier</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>Choose files or a folder. Dropping and pasting work anywhere in the window.</source>
        <translation>Choose files or a folder. Dropping and pasting work anywhere in the window.</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Files…</translation>
    </message>
    <message>
        <source>A whole folder…</source>
        <translation>A whole folder…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search in the timeline</source>
        <translation>Search in the timeline</translation>
    </message>
    <message>
        <source>Record a call</source>
        <translation>Record a call</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>Record a payment</translation>
    </message>
    <message>
        <source>Record a complaint step</source>
        <translation>Record a complaint step</translation>
    </message>
    <message>
        <source>I am calling them now…</source>
        <translation>I am calling them now…</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>day %1</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>DisputeSheet</name>
    <message>
        <source>More: other names, demands, people, time zone</source>
        <translation>More: other names, demands, people, time zone</translation>
    </message>
</context>
<context>
    <name>DisputesModel</name>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n exhibit</numerusform>
            <numerusform>%n exhibits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) to decide</source>
        <translation>
            <numerusform>%n time to decide</numerusform>
            <numerusform>%n times to decide</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Sample</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Height of the picture</source>
        <translation>Height of the picture</translation>
    </message>
    <message>
        <source>Drag, or press ↑ and ↓, to make the picture larger or smaller</source>
        <translation>Drag, or press ↑ and ↓, to make the picture larger or smaller</translation>
    </message>
</context>
<context>
    <name>DossierChoices</name>
    <message>
        <source>For a complaints office: confirmed entries and all exhibits, with short captions.</source>
        <translation>For a complaints office: confirmed entries and all exhibits, with short captions.</translation>
    </message>
    <message>
        <source>For a lawyer or a court: everything, unconfirmed entries, file facts and the whole log too.</source>
        <translation>For a lawyer or a court: everything, unconfirmed entries, file facts and the whole log too.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Language of the dossier</source>
        <translation>Language of the dossier</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>From day</translation>
    </message>
    <message>
        <source>Until day</source>
        <translation>Until day</translation>
    </message>
    <message>
        <source>Prepared by (optional)</source>
        <translation>Prepared by (optional)</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>the beginning</translation>
    </message>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) will be in the dossier.</source>
        <translation>
            <numerusform>%n exhibit will be in the dossier.</numerusform>
            <numerusform>%n exhibits will be in the dossier.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>First it is counted what is of other people; then you say where to save.</source>
        <translation>First it is counted what is of other people; then you say where to save.</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>Export dossier</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF document (*.pdf)</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip)</source>
        <translation>ZIP archive (*.zip)</translation>
    </message>
    <message>
        <source>Compare a dossier</source>
        <translation>Compare a dossier</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>What is in it</translation>
    </message>
    <message>
        <source>What it discloses</source>
        <translation>What it discloses</translation>
    </message>
    <message>
        <source>What is still missing</source>
        <translation>What is still missing</translation>
    </message>
    <message>
        <source>Exported so far</source>
        <translation>Exported so far</translation>
    </message>
    <message>
        <source>How it is handed over</source>
        <translation>How it is handed over</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>These pages are those of the choices before. %1</source>
        <translation>These pages are those of the choices before. %1</translation>
    </message>
    <message>
        <source>Drawing the pages…</source>
        <translation>Drawing the pages…</translation>
    </message>
    <message>
        <source>Drawing the pages anew…</source>
        <translation>Drawing the pages anew…</translation>
    </message>
    <message>
        <source>These are the first %1 of %2 pages. The others are being drawn…</source>
        <translation>These are the first %1 of %2 pages. The others are being drawn…</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Check a dossier, a bag or a vault</source>
        <translation>Check a dossier, a bag or a vault</translation>
    </message>
    <message>
        <source>Add to a new dispute</source>
        <translation>Add to a new dispute</translation>
    </message>
    <message>
        <source>Add to “%1”</source>
        <translation>Add to “%1”</translation>
    </message>
    <message>
        <source>Save the picture on this computer first, then drop the file</source>
        <translation>Save the picture on this computer first, then drop the file</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>Pasted picture</source>
        <translation>Pasted picture</translation>
    </message>
</context>
<context>
    <name>EditDisputeSheet</name>
    <message>
        <source>Edit the dispute</source>
        <translation>Edit the dispute</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Save the changes</translation>
    </message>
</context>
<context>
    <name>EntryVerbs</name>
    <message>
        <source>Nothing that was read by machine waits for a verdict here</source>
        <translation>Nothing that was read by machine waits for a verdict here</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Compare side by side</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n that nobody has confirmed</source>
        <translation>
            <numerusform>Accept %n that nobody has confirmed</numerusform>
            <numerusform>Accept %n that nobody has confirmed</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n that nobody has confirmed</source>
        <translation>
            <numerusform>Dismiss %n that nobody has confirmed</numerusform>
            <numerusform>Dismiss %n that nobody has confirmed</numerusform>
        </translation>
    </message>
    <message>
        <source>Review in the exhibit</source>
        <translation>Review in the exhibit</translation>
    </message>
    <message>
        <source>Record a call about this exhibit…</source>
        <translation>Record a call about this exhibit…</translation>
    </message>
    <message>
        <source>Write a note about this exhibit…</source>
        <translation>Write a note about this exhibit…</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>Mark as</translation>
    </message>
</context>
<context>
    <name>EraseSheet</name>
    <message>
        <source>Erase this vault from this computer</source>
        <translation>Erase this vault from this computer</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Erase everything</translation>
    </message>
    <message>
        <source>All originals, everything written about them and the custody log are deleted from this computer. This cannot be undone. Backups in other places stay, and so do exported dossiers and the files that were added, where they came from.</source>
        <translation>All originals, everything written about them and the custody log are deleted from this computer. This cannot be undone. Backups in other places stay, and so do exported dossiers and the files that were added, where they came from.</translation>
    </message>
    <message>
        <source>I have a backup, or I do not need the evidence any more</source>
        <translation>I have a backup, or I do not need the evidence any more</translation>
    </message>
</context>
<context>
    <name>ErasingSheet</name>
    <message numerus="yes">
        <source>Erase %n removed item(s) for good</source>
        <translation>
            <numerusform>Erase %n removed item for good</numerusform>
            <numerusform>Erase %n removed items for good</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>Their originals and everything written about them are erased from this vault. This cannot be undone.</source>
        <translation>Their originals and everything written about them are erased from this vault. This cannot be undone.</translation>
    </message>
    <message>
        <source>The custody log keeps that they were there, their numbers and SHA-256, when they were removed and why. Backups made earlier and files outside the vault are not touched.</source>
        <translation>The custody log keeps that they were there, their numbers and SHA-256, when they were removed and why. Backups made earlier and files outside the vault are not touched.</translation>
    </message>
</context>
<context>
    <name>EventCorrectionSheet</name>
    <message>
        <source>Accept so</source>
        <translation>Accept so</translation>
    </message>
</context>
<context>
    <name>EventMarks</name>
    <message>
        <source>Threat</source>
        <translation>Threat</translation>
    </message>
    <message>
        <source>Contacted somebody else</source>
        <translation>Contacted somebody else</translation>
    </message>
    <message>
        <source>Told others of the debt</source>
        <translation>Told others of the debt</translation>
    </message>
    <message>
        <source>Contradicts another answer</source>
        <translation>Contradicts another answer</translation>
    </message>
    <message>
        <source>Does not acknowledge the complaint</source>
        <translation>Does not acknowledge the complaint</translation>
    </message>
    <message>
        <source>Is no answer to the complaint</source>
        <translation>Is no answer to the complaint</translation>
    </message>
</context>
<context>
    <name>EventSheet</name>
    <message>
        <source>Record a call</source>
        <translation>Record a call</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>Record a payment</translation>
    </message>
    <message>
        <source>Add an instalment</source>
        <translation>Add an instalment</translation>
    </message>
    <message>
        <source>Record a complaint step</source>
        <translation>Record a complaint step</translation>
    </message>
    <message>
        <source>Add to the timeline</source>
        <translation>Add to the timeline</translation>
    </message>
    <message>
        <source>Add and write the next one</source>
        <translation>Add and write the next one</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Key: %1</translation>
    </message>
    <message>
        <source>On the telephone right now? Note it as it goes on…</source>
        <translation>On the telephone right now? Note it as it goes on…</translation>
    </message>
    <message>
        <source>2025-02-28, or +3 for three days later</source>
        <translation>2025-02-28, or +3 for three days later</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Added: %1</translation>
    </message>
    <message>
        <source>Who it was with is kept for the next one: change it if it was somebody else.</source>
        <translation>Who it was with is kept for the next one: change it if it was somebody else.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Not readable</source>
        <translation>Not readable</translation>
    </message>
    <message>
        <source>Times disagree</source>
        <translation>Times disagree</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>No time</translation>
    </message>
    <message>
        <source>What does it prove?</source>
        <translation>What does it prove?</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>By number</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>By time</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>By title</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>By kind</translation>
    </message>
    <message>
        <source>maybe exhibit %1 again</source>
        <translation>maybe exhibit %1 again</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Sort</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>Described exhibits</source>
        <translation>Described exhibits</translation>
    </message>
    <message>
        <source>Review (%1)</source>
        <translation>Review (%1)</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>%1 of %2 reviewed</translation>
    </message>
    <message>
        <source>%1 of %2 described</source>
        <translation>%1 of %2 described</translation>
    </message>
    <message>
        <source>An exhibit is described once it says what it proves. Ctrl+Enter in a fact goes on to the next one.</source>
        <translation>An exhibit is described once it says what it proves. Ctrl+Enter in a fact goes on to the next one.</translation>
    </message>
    <message>
        <source>Needs attention (%1)</source>
        <translation>Needs attention (%1)</translation>
    </message>
</context>
<context>
    <name>EvidenceGrid</name>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
</context>
<context>
    <name>ExhibitChip</name>
    <message>
        <source>Untie %1</source>
        <translation>Untie %1</translation>
    </message>
</context>
<context>
    <name>ExhibitChoice</name>
    <message numerus="yes">
        <source>All exhibits (%n)</source>
        <translation>
            <numerusform>All exhibits (%n)</numerusform>
            <numerusform>All exhibits (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Only these</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Exhibits</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Tick none</translation>
    </message>
</context>
<context>
    <name>ExhibitPicker</name>
    <message>
        <source>Which exhibits show it?</source>
        <translation>Which exhibits show it?</translation>
    </message>
    <message>
        <source>Search by number or name</source>
        <translation>Search by number or name</translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation>Exhibits</translation>
    </message>
    <message>
        <source>No exhibit is called so.</source>
        <translation>No exhibit is called so.</translation>
    </message>
    <message>
        <source>Around that time</source>
        <translation>Around that time</translation>
    </message>
    <message>
        <source>Other exhibits</source>
        <translation>Other exhibits</translation>
    </message>
    <message numerus="yes">
        <source>Use %n exhibit(s)</source>
        <translation>
            <numerusform>Use %n exhibit</numerusform>
            <numerusform>Use %n exhibits</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with which exhibit?</source>
        <translation>Compare with which exhibit?</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
</context>
<context>
    <name>ExhibitViewer</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Fit width (W)</source>
        <translation>Fit width (W)</translation>
    </message>
    <message>
        <source>Fit page (0)</source>
        <translation>Fit page (0)</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>Open original</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Fit page</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Actual size</translation>
    </message>
    <message>
        <source>Turn for viewing (R)</source>
        <translation>Turn for viewing (R)</translation>
    </message>
    <message>
        <source>Turned for viewing only; the original stays as it is</source>
        <translation>Turned for viewing only; the original stays as it is</translation>
    </message>
    <message>
        <source>Large view (Space)</source>
        <translation>Large view (Space)</translation>
    </message>
    <message>
        <source>Turn for viewing</source>
        <translation>Turn for viewing</translation>
    </message>
    <message>
        <source>Damaged or incomplete: shown as far as it can be read</source>
        <translation>Damaged or incomplete: shown as far as it can be read</translation>
    </message>
</context>
<context>
    <name>ExhibitsField</name>
    <message>
        <source>Choose exhibits…</source>
        <translation>Choose exhibits…</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message numerus="yes">
        <source>Show %n earlier one(s)</source>
        <translation>
            <numerusform>Show %n earlier one</numerusform>
            <numerusform>Show %n earlier ones</numerusform>
        </translation>
    </message>
    <message>
        <source>No dossier of this dispute was exported yet.</source>
        <translation>No dossier of this dispute was exported yet.</translation>
    </message>
    <message>
        <source>Copy the SHA-256</source>
        <translation>Copy the SHA-256</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Choose where and export…</source>
        <translation>Choose where and export…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Copy hash</source>
        <translation>Copy hash</translation>
    </message>
    <message>
        <source>With the SHA-256 anybody can check that the file is still the same.</source>
        <translation>With the SHA-256 anybody can check that the file is still the same.</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progress of the export</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Stopped. Nothing was written.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>Writing the dossier…</source>
        <translation>Writing the dossier…</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exported: %1</translation>
    </message>
    <message>
        <source>The vault is open for reading only, and every export is recorded in it. Open it for writing to export; until then the preview shows everything.</source>
        <translation>The vault is open for reading only, and every export is recorded in it. Open it for writing to export; until then the preview shows everything.</translation>
    </message>
    <message>
        <source>Too large for an attachment to the Internet Finance Association (%1 MB, checked %2).</source>
        <translation>Too large for an attachment to the Internet Finance Association (%1 MB, checked %2).</translation>
    </message>
    <message>
        <source>Too large to be sent to an English court by e-mail (%1 MB, checked %2).</source>
        <translation>Too large to be sent to an English court by e-mail (%1 MB, checked %2).</translation>
    </message>
    <message>
        <source>No program on this computer opens PDF documents. The dossier is in its folder.</source>
        <translation>No program on this computer opens PDF documents. The dossier is in its folder.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing</source>
        <translation>
            <numerusform>%n thing missing</numerusform>
            <numerusform>%n things missing</numerusform>
        </translation>
    </message>
    <message>
        <source>To make it smaller, leave out the attachments, or choose fewer days or exhibits and export several parts.</source>
        <translation>To make it smaller, leave out the attachments, or choose fewer days or exhibits and export several parts.</translation>
    </message>
    <message numerus="yes">
        <source>Pages of %n exhibit(s) could not be drawn and are missing: %1. The originals are unharmed; exporting again may help.</source>
        <translation>
            <numerusform>Pages of %n exhibit could not be drawn and are missing: %1. The original is unharmed; exporting again may help.</numerusform>
            <numerusform>Pages of %n exhibits could not be drawn and are missing: %1. The originals are unharmed; exporting again may help.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Remove this entry…</source>
        <translation>Remove this entry…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Transcript and translation</source>
        <translation>Transcript and translation</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Private note</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Timestamps from elsewhere</source>
        <translation>Timestamps from elsewhere</translation>
    </message>
    <message>
        <source>Custody history</source>
        <translation>Custody history</translation>
    </message>
    <message>
        <source>Text in the exhibit</source>
        <translation>Text in the exhibit</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>Exhibit %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>removed: %1</translation>
    </message>
    <message>
        <source>kept, but it cannot be shown</source>
        <translation>kept, but it cannot be shown</translation>
    </message>
    <message>
        <source>damaged, shown as far as it can be read</source>
        <translation>damaged, shown as far as it can be read</translation>
    </message>
    <message>
        <source>Call and recording</source>
        <translation>Call and recording</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Open original</source>
        <translation>Open original</translation>
    </message>
    <message>
        <source>This exhibit was removed; its record stays in the custody log.</source>
        <translation>This exhibit was removed; its record stays in the custody log.</translation>
    </message>
    <message>
        <source>This kind of file is kept safely, but has no preview. Open the original to see it.</source>
        <translation>This kind of file is kept safely, but has no preview. Open the original to see it.</translation>
    </message>
    <message>
        <source>Try again to show it</source>
        <translation>Try again to show it</translation>
    </message>
    <message>
        <source>Its sound cannot be played here. Open the original to play it in this computer&apos;s player.</source>
        <translation>Its sound cannot be played here. Open the original to play it in this computer&apos;s player.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>With whom (institution)</source>
        <translation>With whom (institution)</translation>
    </message>
    <message>
        <source>Other names of the institution, one per line</source>
        <translation>Other names of the institution, one per line</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Currency</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>What happened, in a few sentences</source>
        <translation>What happened, in a few sentences</translation>
    </message>
    <message>
        <source>What is asked, one demand per line</source>
        <translation>What is asked, one demand per line</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>Complainant</translation>
    </message>
    <message>
        <source>Complainant&apos;s contact</source>
        <translation>Complainant&apos;s contact</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Representative</translation>
    </message>
    <message>
        <source>Representative&apos;s contact</source>
        <translation>Representative&apos;s contact</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>Other side</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>Agent ID</translation>
    </message>
    <message>
        <source>Agent&apos;s name</source>
        <translation>Agent&apos;s name</translation>
    </message>
    <message>
        <source>What was said or happened</source>
        <translation>What was said or happened</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>Reference number</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>What was promised, word for word</source>
        <translation>What was promised, word for word</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>Promised by</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>What it proves</source>
        <translation>What it proves</translation>
    </message>
    <message>
        <source>Element of the claim</source>
        <translation>Element of the claim</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Captured by</source>
        <translation>Captured by</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcript</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Translation</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>Translator</translation>
    </message>
    <message>
        <source>Translated on</source>
        <translation>Translated on</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Private note</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Exhibits that show it</source>
        <translation>Exhibits that show it</translation>
    </message>
    <message>
        <source>A short name for you to recognise it</source>
        <translation>A short name for you to recognise it</translation>
    </message>
    <message>
        <source>Company, app or brand</source>
        <translation>Company, app or brand</translation>
    </message>
    <message>
        <source>Only for you: never printed, never exported</source>
        <translation>Only for you: never printed, never exported</translation>
    </message>
    <message>
        <source>For example: the loan was not applied for by me</source>
        <translation>For example: the loan was not applied for by me</translation>
    </message>
    <message>
        <source>One sentence: what a reader sees here and why it matters</source>
        <translation>One sentence: what a reader sees here and why it matters</translation>
    </message>
    <message>
        <source>Notes at times</source>
        <translation>Notes at times</translation>
    </message>
    <message>
        <source>For example 12378</source>
        <translation>For example 12378</translation>
    </message>
    <message>
        <source>Text in the exhibit</source>
        <translation>Text in the exhibit</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>From this day</translation>
    </message>
    <message>
        <source>Up to this day</source>
        <translation>Up to this day</translation>
    </message>
    <message>
        <source>In dispute since (can stay empty)</source>
        <translation>In dispute since (can stay empty)</translation>
    </message>
</context>
<context>
    <name>FileCheck</name>
    <message>
        <source>Is a file still as it was exported? Choose it or drop it here.</source>
        <translation>Is a file still as it was exported? Choose it or drop it here.</translation>
    </message>
    <message>
        <source>Choose a PDF…</source>
        <translation>Choose a PDF…</translation>
    </message>
    <message>
        <source>Check everything in it…</source>
        <translation>Check everything in it…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>Unchanged: “%1” is the dossier exported on %2, byte for byte.</source>
        <translation>Unchanged: “%1” is the dossier exported on %2, byte for byte.</translation>
    </message>
    <message>
        <source>“%1” is not byte for byte a dossier that was exported from this dispute: it was changed since, or comes from elsewhere.</source>
        <translation>“%1” is not byte for byte a dossier that was exported from this dispute: it was changed since, or comes from elsewhere.</translation>
    </message>
</context>
<context>
    <name>FilingLinks</name>
    <message>
        <source>Entry that shows it was filed</source>
        <translation>Entry that shows it was filed</translation>
    </message>
    <message>
        <source>Entries that are answers</source>
        <translation>Entries that are answers</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Show everything again</translation>
    </message>
    <message>
        <source>Show more of each entry</source>
        <translation>Show more of each entry</translation>
    </message>
    <message>
        <source>Show more entries at once</source>
        <translation>Show more entries at once</translation>
    </message>
    <message>
        <source>Show all days instead of %1</source>
        <translation>Show all days instead of %1</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 of %2 shown</translation>
    </message>
    <message>
        <source>Files: %1</source>
        <translation>Files: %1</translation>
    </message>
    <message>
        <source>Fold away the files whose messages and records are told here</source>
        <translation>Fold away the files whose messages and records are told here</translation>
    </message>
    <message>
        <source>Show the files, too, whose messages and records are told here</source>
        <translation>Show the files, too, whose messages and records are told here</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Filter by %1: %2</source>
        <translation>Filter by %1: %2</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Saved views</translation>
    </message>
    <message>
        <source>Saved view: %1</source>
        <translation>Saved view: %1</translation>
    </message>
    <message>
        <source>The first events; the others are being read</source>
        <translation>The first events; the others are being read</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message numerus="yes">
        <source>Rests on %n entries of the timeline:</source>
        <translation>
            <numerusform>Rests on %n entry of the timeline:</numerusform>
            <numerusform>Rests on %n entries of the timeline:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Worked out from the entries you confirmed. That something departs from a standard does not make it unlawful.</source>
        <translation>Worked out from the entries you confirmed. That something departs from a standard does not make it unlawful.</translation>
    </message>
    <message>
        <source>Nothing in the timeline departs from the standards we know.</source>
        <translation>Nothing in the timeline departs from the standards we know.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more finding(s)</source>
        <translation>
            <numerusform>Show %n more finding</numerusform>
            <numerusform>Show %n more findings</numerusform>
        </translation>
    </message>
    <message>
        <source>For you only: they stand in no dossier and in no letter.</source>
        <translation>For you only: they stand in no dossier and in no letter.</translation>
    </message>
    <message>
        <source>Reminders about your own evidence</source>
        <translation>Reminders about your own evidence</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more reminder(s)</source>
        <translation>
            <numerusform>Show %n more reminder</numerusform>
            <numerusform>Show %n more reminders</numerusform>
        </translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>Not said yet</translation>
    </message>
    <message>
        <source>It is answered under Institution: edit it and choose its type.</source>
        <translation>It is answered under Institution: edit it and choose its type.</translation>
    </message>
    <message>
        <source>Left out of the dossier: %1</source>
        <translation>Left out of the dossier: %1</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>Leave out…</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>Take in again</translation>
    </message>
    <message>
        <source>Leave out of the dossier</source>
        <translation>Leave out of the dossier</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Why? The reason stays in the vault; the dossier says how many findings were left out.</source>
        <translation>Why? The reason stays in the vault; the dossier says how many findings were left out.</translation>
    </message>
    <message>
        <source>taken in again</source>
        <translation>taken in again</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Choose where the vault shall be</source>
        <translation>Choose where the vault shall be</translation>
    </message>
</context>
<context>
    <name>FoundInMessage</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>A machine found in it, not confirmed: %1</source>
        <translation>A machine found in it, not confirmed: %1</translation>
    </message>
    <message>
        <source>Review (%1)</source>
        <translation>Review (%1)</translation>
    </message>
</context>
<context>
    <name>FurtherPages</name>
    <message>
        <source>Exporting the dossier</source>
        <translation>Exporting the dossier</translation>
    </message>
    <message>
        <source>The dossier is exported.</source>
        <translation>The dossier is exported.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>GearMenu</name>
    <message>
        <source>Settings…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>About Juzheng</source>
        <translation>About Juzheng</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
</context>
<context>
    <name>Glance</name>
    <message>
        <source>At a glance</source>
        <translation>At a glance</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Edit the dispute</source>
        <translation>Edit the dispute</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Since when</translation>
    </message>
    <message>
        <source>Who complains</source>
        <translation>Who complains</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Where it stands</translation>
    </message>
    <message>
        <source>not written down yet</source>
        <translation>not written down yet</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>day %1</translation>
    </message>
</context>
<context>
    <name>HelpMark</name>
    <message>
        <source>What is this: %1?</source>
        <translation>What is this: %1?</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>What is this?</translation>
    </message>
</context>
<context>
    <name>HelpPopover</name>
    <message>
        <source>For example: %1</source>
        <translation>For example: %1</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>%1 (content erased)</source>
        <translation>%1 (content erased)</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Select an entry to see everything that is known about it.</source>
        <translation>Select an entry to see everything that is known about it.</translation>
    </message>
</context>
<context>
    <name>InstalmentSheet</name>
    <message>
        <source>A row of the loan</source>
        <translation>A row of the loan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Only what has arrived counts as paid out.</source>
        <translation>Only what has arrived counts as paid out.</translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>One person</source>
        <translation>One person</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Tick all agent IDs and names that are this person&apos;s. Taking a tick away parts them again.</source>
        <translation>Tick all agent IDs and names that are this person&apos;s. Taking a tick away parts them again.</translation>
    </message>
    <message>
        <source>Agent IDs and names of this dispute</source>
        <translation>Agent IDs and names of this dispute</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>Agent ID %1</source>
        <translation>Agent ID %1</translation>
    </message>
    <message>
        <source>parted again</source>
        <translation>parted again</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Money arrived from an app I never applied to</source>
        <translation>Money arrived from an app I never applied to</translation>
    </message>
    <message>
        <source>I paid a fee; then no loan, no refund, no answer</source>
        <translation>I paid a fee; then no loan, no refund, no answer</translation>
    </message>
    <message>
        <source>The debt is not mine, or is paid already</source>
        <translation>The debt is not mine, or is paid already</translation>
    </message>
    <message>
        <source>Too many or threatening calls; others were contacted</source>
        <translation>Too many or threatening calls; others were contacted</translation>
    </message>
    <message>
        <source>Money left my bank, but the wallet did not rise</source>
        <translation>Money left my bank, but the wallet did not rise</translation>
    </message>
    <message>
        <source>The wallet refuses, delays or froze my money</source>
        <translation>The wallet refuses, delays or froze my money</translation>
    </message>
    <message>
        <source>Somebody else used my account, and money is gone</source>
        <translation>Somebody else used my account, and money is gone</translation>
    </message>
    <message>
        <source>I cancelled or was refunded; they still collect</source>
        <translation>I cancelled or was refunded; they still collect</translation>
    </message>
    <message>
        <source>They do not answer, or do not keep their word</source>
        <translation>They do not answer, or do not keep their word</translation>
    </message>
    <message>
        <source>Something else; it can be told in your own words</source>
        <translation>Something else; it can be told in your own words</translation>
    </message>
</context>
<context>
    <name>Lacking</name>
    <message>
        <source>Nothing that a reader would ask for.</source>
        <translation>Nothing that a reader would ask for.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>No exhibit is in it.</source>
        <translation>No exhibit is in it.</translation>
    </message>
    <message>
        <source>The complainant&apos;s name.</source>
        <translation>The complainant&apos;s name.</translation>
    </message>
    <message>
        <source>What you ask for.</source>
        <translation>What you ask for.</translation>
    </message>
    <message>
        <source>What happened, in your own words.</source>
        <translation>What happened, in your own words.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) whose times disagree.</source>
        <translation>
            <numerusform>%n entry whose times disagree.</numerusform>
            <numerusform>%n entries whose times disagree.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) without a time.</source>
        <translation>
            <numerusform>%n entry without a time.</numerusform>
            <numerusform>%n entries without a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) that do not say what they prove.</source>
        <translation>
            <numerusform>%n exhibit that does not say what it proves.</numerusform>
            <numerusform>%n exhibits that do not say what they prove.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) called by their file name only.</source>
        <translation>
            <numerusform>%n exhibit called by its file name only.</numerusform>
            <numerusform>%n exhibits called by their file names only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) that could not be read.</source>
        <translation>
            <numerusform>%n exhibit that could not be read.</numerusform>
            <numerusform>%n exhibits that could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n archive(s) not opened yet: nothing in them was added.</source>
        <translation>
            <numerusform>%n archive is not opened yet: nothing in it was added.</numerusform>
            <numerusform>%n archives are not opened yet: nothing in them was added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine-read entry(s), left out until you confirm them.</source>
        <translation>
            <numerusform>%n machine-read entry, left out until you confirm it.</numerusform>
            <numerusform>%n machine-read entries, left out until you confirm them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) whose day has passed: what became of them?</source>
        <translation>
            <numerusform>%n promise whose day has passed: what became of it?</numerusform>
            <numerusform>%n promises whose day has passed: what became of them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) far from all others: is the year right?</source>
        <translation>
            <numerusform>%n time far from all others: is the year right?</numerusform>
            <numerusform>%n times far from all others: is the year right?</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) not put onto the timeline yet.</source>
        <translation>
            <numerusform>%n exported file is not on the timeline yet.</numerusform>
            <numerusform>%n exported files are not on the timeline yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LapsedWords</name>
    <message>
        <source>Your time for this ended on %1 · %2: %3.</source>
        <translation>Your time for this ended on %1 · %2: %3.</translation>
    </message>
    <message>
        <source>Nothing filed since is recorded. Ask there whether a late request is still taken.</source>
        <translation>Nothing filed since is recorded. Ask there whether a late request is still taken.</translation>
    </message>
    <message>
        <source>Still possible: %1.</source>
        <translation>Still possible: %1.</translation>
    </message>
</context>
<context>
    <name>LargeSide</name>
    <message>
        <source>Exhibit %1</source>
        <translation>Exhibit %1</translation>
    </message>
    <message>
        <source>Transcript and translation</source>
        <translation>Transcript and translation</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Type word for word what is written or said</source>
        <translation>Type word for word what is written or said</translation>
    </message>
    <message>
        <source>The same in another language</source>
        <translation>The same in another language</translation>
    </message>
    <message>
        <source>Type word for word what is said. F8 plays and pauses, F7 goes back three seconds</source>
        <translation>Type word for word what is said. F8 plays and pauses, F7 goes back three seconds</translation>
    </message>
</context>
<context>
    <name>LargeView</name>
    <message>
        <source>Large view</source>
        <translation>Large view</translation>
    </message>
    <message>
        <source>Previous exhibit (Ctrl+←)</source>
        <translation>Previous exhibit (Ctrl+←)</translation>
    </message>
    <message>
        <source>Next exhibit (Ctrl+→)</source>
        <translation>Next exhibit (Ctrl+→)</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Compare with…</translation>
    </message>
    <message>
        <source>Close the large view (Space)</source>
        <translation>Close the large view (Space)</translation>
    </message>
    <message>
        <source>Hide the facts (I)</source>
        <translation>Hide the facts (I)</translation>
    </message>
    <message>
        <source>Show the facts (I)</source>
        <translation>Show the facts (I)</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>taken back</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>Left out of the letter</source>
        <translation>Left out of the letter</translation>
    </message>
    <message>
        <source>Courtesies, adverts, what there was no room for, and what could be asked back. Add what matters: it is put in its place.</source>
        <translation>Courtesies, adverts, what there was no room for, and what could be asked back. Add what matters: it is put in its place.</translation>
    </message>
    <message>
        <source>Search what was left out</source>
        <translation>Search what was left out</translation>
    </message>
    <message numerus="yes">
        <source>%n more; search for them</source>
        <translation>
            <numerusform>%n more; search for it</numerusform>
            <numerusform>%n more; search for them</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to the letter</source>
        <translation>Add to the letter</translation>
    </message>
</context>
<context>
    <name>LetterCounts</name>
    <message numerus="yes">
        <source>%n blank(s) to fill in</source>
        <translation>
            <numerusform>%n blank to fill in</numerusform>
            <numerusform>%n blanks to fill in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) that no entry shows yet</source>
        <translation>
            <numerusform>%n statement that no entry shows yet</numerusform>
            <numerusform>%n statements that no entry shows yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LetterSheet</name>
    <message>
        <source>Keep draft</source>
        <translation>Keep draft</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>Language of the letter</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>Text of the letter</translation>
    </message>
    <message>
        <source>Next blank</source>
        <translation>Next blank</translation>
    </message>
    <message>
        <source>Draft anew</source>
        <translation>Draft anew</translation>
    </message>
    <message>
        <source>Throws away what you changed and writes the letter from the entries again</source>
        <translation>Throws away what you changed and writes the letter from the entries again</translation>
    </message>
    <message>
        <source>Save for Word…</source>
        <translation>Save for Word…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Word document (%1)</source>
        <translation>Word document (%1)</translation>
    </message>
    <message>
        <source>PDF (%1)</source>
        <translation>PDF (%1)</translation>
    </message>
    <message>
        <source>Your words stay as they are. “Draft anew” writes the letter in the chosen language.</source>
        <translation>Your words stay as they are. “Draft anew” writes the letter in the chosen language.</translation>
    </message>
    <message>
        <source>Nothing is left open.</source>
        <translation>Nothing is left open.</translation>
    </message>
    <message>
        <source>Save the letter first: this vault is open for reading only.</source>
        <translation>Save the letter first: this vault is open for reading only.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>Complaint</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>Says what happened, what shows it and what you ask for.</source>
        <translation>Says what happened, what shows it and what you ask for.</translation>
    </message>
    <message>
        <source>Written confirmation after a call</source>
        <translation>Written confirmation after a call</translation>
    </message>
    <message>
        <source>Holds an agent&apos;s words fast: ask for a written answer right after the call.</source>
        <translation>Holds an agent&apos;s words fast: ask for a written answer right after the call.</translation>
    </message>
    <message>
        <source>Stop contacting me or others</source>
        <translation>Stop contacting me or others</translation>
    </message>
    <message>
        <source>For collection calls and messages at night, too often, or to people you know.</source>
        <translation>For collection calls and messages at night, too often, or to people you know.</translation>
    </message>
    <message>
        <source>Access to your data</source>
        <translation>Access to your data</translation>
    </message>
    <message>
        <source>Asks what is kept about you: contract, consent, calls, where the data came from.</source>
        <translation>Asks what is kept about you: contract, consent, calls, where the data came from.</translation>
    </message>
    <message>
        <source>Correction of your data</source>
        <translation>Correction of your data</translation>
    </message>
    <message>
        <source>For a wrong debt, a wrong number or a wrong entry in a credit report.</source>
        <translation>For a wrong debt, a wrong number or a wrong entry in a credit report.</translation>
    </message>
    <message>
        <source>Deletion of your data</source>
        <translation>Deletion of your data</translation>
    </message>
    <message>
        <source>For data that was kept without a reason, or after you closed the account.</source>
        <translation>For data that was kept without a reason, or after you closed the account.</translation>
    </message>
    <message>
        <source>Letters say only what your confirmed entries show. What only you know is left as a marked blank. Read each one before you send it.</source>
        <translation>Letters say only what your confirmed entries show. What only you know is left as a marked blank. Read each one before you send it.</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Write…</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>To whom the complaint goes</source>
        <translation>To whom the complaint goes</translation>
    </message>
    <message>
        <source>The institution</source>
        <translation>The institution</translation>
    </message>
    <message>
        <source>A kept draft: for you only, in no dossier.</source>
        <translation>A kept draft: for you only, in no dossier.</translation>
    </message>
    <message>
        <source>Go on writing…</source>
        <translation>Go on writing…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>entries of the timeline</source>
        <translation>entries of the timeline</translation>
    </message>
    <message>
        <source>what was removed from it</source>
        <translation>what was removed from it</translation>
    </message>
    <message>
        <source>complaints and answers</source>
        <translation>complaints and answers</translation>
    </message>
    <message>
        <source>what became of promises</source>
        <translation>what became of promises</translation>
    </message>
    <message>
        <source>Changed since it was kept: %1. Check what it says of that, or write it anew.</source>
        <translation>Changed since it was kept: %1. Check what it says of that, or write it anew.</translation>
    </message>
    <message>
        <source>draft removed</source>
        <translation>draft removed</translation>
    </message>
    <message>
        <source>Exhibit %1 was erased for good: what it showed is left out, with a mark, when the letter is saved.</source>
        <translation>Exhibit %1 was erased for good: what it showed is left out, with a mark, when the letter is saved.</translation>
    </message>
</context>
<context>
    <name>LineSheet</name>
    <message>
        <source>Correct a line</source>
        <translation>Correct a line</translation>
    </message>
    <message>
        <source>Keep so</source>
        <translation>Keep so</translation>
    </message>
    <message>
        <source>The machine read: “%1”. Its reading is kept beside yours.</source>
        <translation>The machine read: “%1”. Its reading is kept beside yours.</translation>
    </message>
</context>
<context>
    <name>LoanCard</name>
    <message>
        <source>The loan</source>
        <translation>The loan</translation>
    </message>
    <message>
        <source>Principal as they state it: %1</source>
        <translation>Principal as they state it: %1</translation>
    </message>
    <message>
        <source>Paid out: %1</source>
        <translation>Paid out: %1</translation>
    </message>
    <message>
        <source>Held back before it was paid out: %1</source>
        <translation>Held back before it was paid out: %1</translation>
    </message>
    <message>
        <source>What it cost is worked out once all its payments are named, those still to come, too.</source>
        <translation>What it cost is worked out once all its payments are named, those still to come, too.</translation>
    </message>
    <message>
        <source>Cost a year: %1 nominal, %2 effective</source>
        <translation>Cost a year: %1 nominal, %2 effective</translation>
    </message>
    <message>
        <source>By payments made: %1, and still to come by the plan: %2. Each counts once.</source>
        <translation>By payments made: %1, and still to come by the plan: %2. Each counts once.</translation>
    </message>
    <message>
        <source>Add the plan to the evidence, or use “Choose its payments…” and “Add an instalment…” below.</source>
        <translation>Add the plan to the evidence, or use “Choose its payments…” and “Add an instalment…” below.</translation>
    </message>
    <message>
        <source>Answer it under “State the loan&apos;s terms…”; which payments were fees is ticked under “Choose its payments…”.</source>
        <translation>Answer it under “State the loan&apos;s terms…”; which payments were fees is ticked under “Choose its payments…”.</translation>
    </message>
    <message>
        <source>Held back from the payout</source>
        <translation>Held back from the payout</translation>
    </message>
    <message>
        <source>Paid beside it</source>
        <translation>Paid beside it</translation>
    </message>
    <message>
        <source>Reference line: %1</source>
        <translation>Reference line: %1</translation>
    </message>
    <message>
        <source>The daily rate r at which the payments, each on its day, are worth what was received: %1.</source>
        <translation>The daily rate r at which the payments, each on its day, are worth what was received: %1.</translation>
    </message>
    <message>
        <source>The monthly rate r at which the payments are worth what was received: %1. A payment within five days of a whole month counts as of that month.</source>
        <translation>The monthly rate r at which the payments are worth what was received: %1. A payment within five days of a whole month counts as of that month.</translation>
    </message>
    <message>
        <source>paid out</source>
        <translation>paid out</translation>
    </message>
    <message>
        <source>paid back</source>
        <translation>paid back</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>still to come</translation>
    </message>
    <message>
        <source>fee, %1</source>
        <translation>fee, %1</translation>
    </message>
    <message>
        <source>paid by another row, not counted again</source>
        <translation>paid by another row, not counted again</translation>
    </message>
    <message>
        <source>paid by the early settlement, not counted again</source>
        <translation>paid by the early settlement, not counted again</translation>
    </message>
    <message>
        <source>held back from the payout</source>
        <translation>held back from the payout</translation>
    </message>
    <message>
        <source>perhaps held back from the payout, not counted</source>
        <translation>perhaps held back from the payout, not counted</translation>
    </message>
    <message>
        <source>the same money as another row, not counted</source>
        <translation>the same money as another row, not counted</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>not counted</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Edit the row of %1</source>
        <translation>Edit the row of %1</translation>
    </message>
    <message>
        <source>State the loan&apos;s terms…</source>
        <translation>State the loan&apos;s terms…</translation>
    </message>
    <message numerus="yes">
        <source>Payments with the institution that are not among its rows: %n</source>
        <translation>
            <numerusform>Payments with the institution that are not among its rows: %n</numerusform>
            <numerusform>Payments with the institution that are not among its rows: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an instalment…</source>
        <translation>Add an instalment…</translation>
    </message>
    <message>
        <source>Add a fee…</source>
        <translation>Add a fee…</translation>
    </message>
    <message>
        <source>Choose its payments…</source>
        <translation>Choose its payments…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>What the institution moved is taken for the loan&apos;s own; others can be chosen below.</source>
        <translation>What the institution moved is taken for the loan&apos;s own; others can be chosen below.</translation>
    </message>
    <message>
        <source>Add a fee of the loan</source>
        <translation>Add a fee of the loan</translation>
    </message>
    <message>
        <source>Add to the timeline</source>
        <translation>Add to the timeline</translation>
    </message>
    <message>
        <source>A service, guarantee or insurance fee, for example: it counts in what the loan cost.</source>
        <translation>A service, guarantee or insurance fee, for example: it counts in what the loan cost.</translation>
    </message>
    <message>
        <source>It was held back from the payout, not paid beside it</source>
        <translation>It was held back from the payout, not paid beside it</translation>
    </message>
</context>
<context>
    <name>LoanRowsSheet</name>
    <message>
        <source>The loan&apos;s payments</source>
        <translation>The loan&apos;s payments</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>A row of a plan and the payment that pays it may both be ticked: each counts once. What failed does not count.</source>
        <translation>A row of a plan and the payment that pays it may both be ticked: each counts once. What failed does not count.</translation>
    </message>
    <message>
        <source>Paid out to you by</source>
        <translation>Paid out to you by</translation>
    </message>
    <message>
        <source>Paid back by, or to be paid</source>
        <translation>Paid back by, or to be paid</translation>
    </message>
    <message>
        <source>Fees (service, guarantee, insurance…)</source>
        <translation>Fees (service, guarantee, insurance…)</translation>
    </message>
    <message>
        <source>No such payment is on the timeline yet.</source>
        <translation>No such payment is on the timeline yet.</translation>
    </message>
</context>
<context>
    <name>LogCounts</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>Go to %1</source>
        <translation>Go to %1</translation>
    </message>
    <message>
        <source>What is said here</source>
        <translation>What is said here</translation>
    </message>
    <message>
        <source>Note at %1</source>
        <translation>Note at %1</translation>
    </message>
    <message>
        <source>Remove the mark at %1</source>
        <translation>Remove the mark at %1</translation>
    </message>
</context>
<context>
    <name>MarksList</name>
    <message>
        <source>Press M while you listen to note what is said at that moment.</source>
        <translation>Press M while you listen to note what is said at that moment.</translation>
    </message>
    <message>
        <source>Consent to the recording: it is said here that the call is being recorded.</source>
        <translation>Consent to the recording: it is said here that the call is being recorded.</translation>
    </message>
    <message>
        <source>Told of the recording here</source>
        <translation>Told of the recording here</translation>
    </message>
    <message>
        <source>Note at this moment that the other side is told of the recording, or agrees to it (T)</source>
        <translation>Note at this moment that the other side is told of the recording, or agrees to it (T)</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n exhibit</numerusform>
            <numerusform>%n exhibits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageReading</name>
    <message>
        <source>Looking through imported messages</source>
        <translation>Looking through imported messages</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something went wrong that the program did not expect.</source>
        <translation>Something went wrong that the program did not expect.</translation>
    </message>
    <message>
        <source>Your evidence is safe: nothing is ever saved halfway, and originals are never changed. Try again; if it happens again, close the program and open it anew.</source>
        <translation>Your evidence is safe: nothing is ever saved halfway, and originals are never changed. Try again; if it happens again, close the program and open it anew.</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole page; the frame shows the visible part</source>
        <translation>The whole page; the frame shows the visible part</translation>
    </message>
</context>
<context>
    <name>Misfiled</name>
    <message>
        <source>Move to another body…</source>
        <translation>Move to another body…</translation>
    </message>
    <message>
        <source>Remove this complaint…</source>
        <translation>Remove this complaint…</translation>
    </message>
    <message>
        <source>With whom was it filed?</source>
        <translation>With whom was it filed?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Remove this complaint</source>
        <translation>Remove this complaint</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Why? It leaves the ladder and can be undone; the custody log keeps it with the reason.</source>
        <translation>Why? It leaves the ladder and can be undone; the custody log keeps it with the reason.</translation>
    </message>
</context>
<context>
    <name>MishapSheet</name>
    <message>
        <source>Your evidence is safe: nothing is ever saved halfway, and originals are never changed.</source>
        <translation>Your evidence is safe: nothing is ever saved halfway, and originals are never changed.</translation>
    </message>
    <message>
        <source>This report helps those who can mend the program. It names the place in the program, nothing of your evidence: no texts, no names, no paths. It is not sent; you decide whom to give it to.</source>
        <translation>This report helps those who can mend the program. It names the place in the program, nothing of your evidence: no texts, no names, no paths. It is not sent; you decide whom to give it to.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Save the report…</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>It could not be saved there: %2. Choose another place.</source>
        <translation>It could not be saved there: %2. Choose another place.</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>No payment is on the timeline yet.</source>
        <translation>No payment is on the timeline yet.</translation>
    </message>
    <message>
        <source>Each movement</source>
        <translation>Each movement</translation>
    </message>
    <message>
        <source>with the institution by its description</source>
        <translation>with the institution by its description</translation>
    </message>
    <message>
        <source>the same money stands in another record, not counted</source>
        <translation>the same money stands in another record, not counted</translation>
    </message>
    <message>
        <source>counted among the refunds</source>
        <translation>counted among the refunds</translation>
    </message>
    <message>
        <source>to another company, summed under its name</source>
        <translation>to another company, summed under its name</translation>
    </message>
    <message>
        <source>held back from the payout, not counted again</source>
        <translation>held back from the payout, not counted again</translation>
    </message>
    <message>
        <source>perhaps held back from the payout, not counted</source>
        <translation>perhaps held back from the payout, not counted</translation>
    </message>
    <message>
        <source>a fee of the loan, payee not stated</source>
        <translation>a fee of the loan, payee not stated</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>not counted</translation>
    </message>
    <message>
        <source>Received besides: %1. If it was given back, edit the payment: “refunded”, by the institution.</source>
        <translation>Received besides: %1. If it was given back, edit the payment: “refunded”, by the institution.</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>Received: %1</translation>
    </message>
    <message>
        <source>Paid: %1</source>
        <translation>Paid: %1</translation>
    </message>
    <message>
        <source>Refunded: %1</source>
        <translation>Refunded: %1</translation>
    </message>
    <message>
        <source>Paid for the loan to %1, another company: %2</source>
        <translation>Paid for the loan to %1, another company: %2</translation>
    </message>
    <message>
        <source>Instalments past their day:</source>
        <translation>Instalments past their day:</translation>
    </message>
    <message>
        <source>In no sum above. If a company is the institution itself, add its name to the institution&apos;s.</source>
        <translation>In no sum above. If a company is the institution itself, add its name to the institution&apos;s.</translation>
    </message>
    <message>
        <source>Fees of the loan, payee not stated: %1</source>
        <translation>Fees of the loan, payee not stated: %1</translation>
    </message>
    <message>
        <source>In no sum above. Open the entry and fill in with whom it was, be it the institution.</source>
        <translation>In no sum above. Open the entry and fill in with whom it was, be it the institution.</translation>
    </message>
    <message>
        <source>Called fees, among what was paid: %1</source>
        <translation>Called fees, among what was paid: %1</translation>
    </message>
    <message>
        <source>Only what is done counts; money that several records show counts once.</source>
        <translation>Only what is done counts; money that several records show counts once.</translation>
    </message>
    <message>
        <source>between own accounts, not counted</source>
        <translation>between own accounts, not counted</translation>
    </message>
    <message>
        <source>not with the institution, not counted</source>
        <translation>not with the institution, not counted</translation>
    </message>
    <message>
        <source>Between you and the institution</source>
        <translation>Between you and the institution</translation>
    </message>
    <message>
        <source>Movements with others, or with nobody named: %1, in no sum</source>
        <translation>Movements with others, or with nobody named: %1, in no sum</translation>
    </message>
    <message>
        <source>What is in dispute</source>
        <translation>What is in dispute</translation>
    </message>
    <message>
        <source>In dispute: %1</source>
        <translation>In dispute: %1</translation>
    </message>
    <message>
        <source>Came back: %1</source>
        <translation>Came back: %1</translation>
    </message>
    <message>
        <source>Still open: %1</source>
        <translation>Still open: %1</translation>
    </message>
    <message>
        <source>the same money: %1</source>
        <translation>the same money: %1</translation>
    </message>
</context>
<context>
    <name>NewDisputeSheet</name>
    <message>
        <source>New dispute</source>
        <translation>New dispute</translation>
    </message>
    <message>
        <source>Create the dispute</source>
        <translation>Create the dispute</translation>
    </message>
    <message>
        <source>Left empty, it is made from the answers above</source>
        <translation>Left empty, it is made from the answers above</translation>
    </message>
</context>
<context>
    <name>NoDisputePage</name>
    <message>
        <source>Begin with a dispute, then drop everything you have on it.</source>
        <translation>Begin with a dispute, then drop everything you have on it.</translation>
    </message>
    <message>
        <source>New dispute</source>
        <translation>New dispute</translation>
    </message>
    <message>
        <source>Look at a sample dispute first</source>
        <translation>Look at a sample dispute first</translation>
    </message>
    <message>
        <source>Screenshots, messages, recordings, contracts: the originals are kept unchanged and put in order by time. They never leave this computer.</source>
        <translation>Screenshots, messages, recordings, contracts: the originals are kept unchanged and put in order by time. They never leave this computer.</translation>
    </message>
</context>
<context>
    <name>NoEventsPage</name>
    <message>
        <source>Drop screenshots, recordings and documents here.</source>
        <translation>Drop screenshots, recordings and documents here.</translation>
    </message>
    <message>
        <source>Whole folders and ZIP archives work too, and so does pasting. They are put in order by time.</source>
        <translation>Whole folders and ZIP archives work too, and so does pasting. They are put in order by time.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Choose files…</translation>
    </message>
</context>
<context>
    <name>NoHitsPage</name>
    <message>
        <source>Nothing here contains “%1”.</source>
        <translation>Nothing here contains “%1”.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Nothing here passes all filters.</source>
        <translation>Nothing here passes all filters.</translation>
    </message>
    <message>
        <source>Search all disputes</source>
        <translation>Search all disputes</translation>
    </message>
    <message>
        <source>The search for “%1” counts as one of them.</source>
        <translation>The search for “%1” counts as one of them.</translation>
    </message>
    <message>
        <source>The events are still there; they are only not shown.</source>
        <translation>The events are still there; they are only not shown.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Show everything</translation>
    </message>
    <message>
        <source>Searched were parties, numbers, agents, words, exhibit names, apps and devices of this dispute, and what was read in its exhibits.</source>
        <translation>Searched were parties, numbers, agents, words, exhibit names, apps and devices of this dispute, and what was read in its exhibits.</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No entry of the log is like that.</source>
        <translation>No entry of the log is like that.</translation>
    </message>
    <message>
        <source>Search for other words, or show everything again.</source>
        <translation>Search for other words, or show everything again.</translation>
    </message>
</context>
<context>
    <name>NothingToReview</name>
    <message>
        <source>All exhibits</source>
        <translation>All exhibits</translation>
    </message>
    <message>
        <source>Looking for what was read…</source>
        <translation>Looking for what was read…</translation>
    </message>
    <message>
        <source>Nothing was read on the pictures yet.</source>
        <translation>Nothing was read on the pictures yet.</translation>
    </message>
    <message>
        <source>The text on pictures is read in the background, on this computer. What is found will wait here for you to confirm it.</source>
        <translation>The text on pictures is read in the background, on this computer. What is found will wait here for you to confirm it.</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Go on reading</translation>
    </message>
    <message>
        <source>Read text on pictures automatically</source>
        <translation>Read text on pictures automatically</translation>
    </message>
    <message>
        <source>Reading is paused. Once it goes on, what is found will wait here for you to confirm it.</source>
        <translation>Reading is paused. Once it goes on, what is found will wait here for you to confirm it.</translation>
    </message>
    <message>
        <source>Pictures are not read automatically: that is switched off. Switch it on, or let a single picture be read beside it; it is done on this computer, and what is found will wait here for you to confirm it.</source>
        <translation>Pictures are not read automatically: that is switched off. Switch it on, or let a single picture be read beside it; it is done on this computer, and what is found will wait here for you to confirm it.</translation>
    </message>
    <message>
        <source>The vault is open for reading only: the text on pictures is not read in it.</source>
        <translation>The vault is open for reading only: the text on pictures is not read in it.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>How much is there</source>
        <translation>How much is there</translation>
    </message>
    <message>
        <source>What is confirmed counts, each once however many files show it.</source>
        <translation>What is confirmed counts, each once however many files show it.</translation>
    </message>
    <message numerus="yes">
        <source>exhibit(s)</source>
        <translation>
            <numerusform>exhibit</numerusform>
            <numerusform>exhibits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s) with events</source>
        <translation>
            <numerusform>day with events</numerusform>
            <numerusform>days with events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>message(s)</source>
        <translation>
            <numerusform>message</numerusform>
            <numerusform>messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>call(s)</source>
        <translation>
            <numerusform>call</numerusform>
            <numerusform>calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>payment(s)</source>
        <translation>
            <numerusform>payment</numerusform>
            <numerusform>payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>login(s)</source>
        <translation>
            <numerusform>login</numerusform>
            <numerusform>logins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>repayment(s)</source>
        <translation>
            <numerusform>repayment</numerusform>
            <numerusform>repayments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>note(s)</source>
        <translation>
            <numerusform>note</numerusform>
            <numerusform>notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>promise(s)</source>
        <translation>
            <numerusform>promise</numerusform>
            <numerusform>promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>complaint step(s)</source>
        <translation>
            <numerusform>complaint step</numerusform>
            <numerusform>complaint steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferSheet</name>
    <message>
        <source>Check it</source>
        <translation>Check it</translation>
    </message>
    <message>
        <source>Checking reads it and says whether it is unchanged and since when that is witnessed. It changes nothing and adds nothing.</source>
        <translation>Checking reads it and says whether it is unchanged and since when that is witnessed. It changes nothing and adds nothing.</translation>
    </message>
    <message>
        <source>Add it as evidence</source>
        <translation>Add it as evidence</translation>
    </message>
    <message>
        <source>Or add it as evidence to “%1”, as any other file.</source>
        <translation>Or add it as evidence to “%1”, as any other file.</translation>
    </message>
    <message>
        <source>“%1” looks like a dossier</source>
        <translation>“%1” looks like a dossier</translation>
    </message>
    <message>
        <source>“%1” looks like a bag with a dossier</source>
        <translation>“%1” looks like a bag with a dossier</translation>
    </message>
    <message>
        <source>“%1” is a vault</source>
        <translation>“%1” is a vault</translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message>
        <source>Looking into exported files</source>
        <translation>Looking into exported files</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Importing exported records</source>
        <translation>Importing exported records</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Not imported: %1</translation>
    </message>
    <message>
        <source>There is no exported file that could be put onto the timeline now.</source>
        <translation>There is no exported file that could be put onto the timeline now.</translation>
    </message>
</context>
<context>
    <name>OfferingWords</name>
    <message numerus="yes">
        <source>%n new entry(ies)</source>
        <translation>
            <numerusform>%n new entry</numerusform>
            <numerusform>%n new entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) not imported yet</source>
        <translation>
            <numerusform>%n exported file not imported yet</numerusform>
            <numerusform>%n exported files not imported yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening the vault…</source>
        <translation>Opening the vault…</translation>
    </message>
</context>
<context>
    <name>OriginalPanel</name>
    <message>
        <source>Copy the SHA-256</source>
        <translation>Copy the SHA-256</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>Open the original</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Received as “%1”</source>
        <translation>Received as “%1”</translation>
    </message>
    <message>
        <source>Also as “%1”</source>
        <translation>Also as “%1”</translation>
    </message>
    <message>
        <source>Taken out of “%1”</source>
        <translation>Taken out of “%1”</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>Added %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Open with a password…</source>
        <translation>Open with a password…</translation>
    </message>
    <message>
        <source>Take its pages out as pictures</source>
        <translation>Take its pages out as pictures</translation>
    </message>
    <message>
        <source>Adds what the film shows at rest as exhibits, at their moments</source>
        <translation>Adds what the film shows at rest as exhibits, at their moments</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Columns…</translation>
    </message>
    <message>
        <source>Say what the columns of this table hold, and have it read again</source>
        <translation>Say what the columns of this table hold, and have it read again</translation>
    </message>
</context>
<context>
    <name>OthersChoice</name>
    <message>
        <source>Messages of other people</source>
        <translation>Messages of other people</translation>
    </message>
    <message>
        <source>Only what is with the other side</source>
        <translation>Only what is with the other side</translation>
    </message>
    <message>
        <source>Everything, also with other people</source>
        <translation>Everything, also with other people</translation>
    </message>
    <message>
        <source>Hand over the whole export files, too</source>
        <translation>Hand over the whole export files, too</translation>
    </message>
    <message>
        <source>Show which numbers are theirs</source>
        <translation>Show which numbers are theirs</translation>
    </message>
    <message>
        <source>Say which numbers are theirs</source>
        <translation>Say which numbers are theirs</translation>
    </message>
    <message>
        <source>What you typed, marked, changed or accepted stays in, a file of which you wrote what it proves, an e-mail added as a file of its own, and all that was read off pictures.</source>
        <translation>What you typed, marked, changed or accepted stays in, a file of which you wrote what it proves, an e-mail added as a file of its own, and all that was read off pictures.</translation>
    </message>
    <message>
        <source>Your export files hold more than is on the timeline, also what is with other people.</source>
        <translation>Your export files hold more than is on the timeline, also what is with other people.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s), message(s) or payment(s)</source>
        <translation>
            <numerusform>%n call, message or payment</numerusform>
            <numerusform>%n calls, messages and payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n person(s)</source>
        <translation>
            <numerusform>with %n person</numerusform>
            <numerusform>with %n people</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 would go out. Nobody has said yet which of these are the other side.</source>
        <translation>%1 %2 would go out. Nobody has said yet which of these are the other side.</translation>
    </message>
    <message numerus="yes">
        <source>with %n other person(s)</source>
        <translation>
            <numerusform>with %n other person</numerusform>
            <numerusform>with %n other people</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 would go out: perhaps family, doctors, codes of a bank. Every reader could see them.</source>
        <translation>%1 %2 would go out: perhaps family, doctors, codes of a bank. Every reader could see them.</translation>
    </message>
    <message>
        <source>%1 %2 stay out. The dossier says how many, and with whom the others are.</source>
        <translation>%1 %2 stay out. The dossier says how many, and with whom the others are.</translation>
    </message>
    <message>
        <source>So far only what is under the institution&apos;s own name counts as theirs.</source>
        <translation>So far only what is under the institution&apos;s own name counts as theirs.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that show nothing else stay out, too.</source>
        <translation>
            <numerusform>%n file that shows nothing else stays out, too.</numerusform>
            <numerusform>%n files that show nothing else stay out, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them name(s) the amount in dispute or a number of the matter. What you mark or change stays in.</source>
        <translation>
            <numerusform>%n of them names the amount in dispute or a number of the matter. What you mark or change stays in.</numerusform>
            <numerusform>%n of them name the amount in dispute or a number of the matter. What you mark or change stays in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export file(s) go along whole where originals do: everything in them can be read.</source>
        <translation>
            <numerusform>%n export file goes along whole where originals do: everything in it can be read.</numerusform>
            <numerusform>%n export files go along whole where originals do: everything in them can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export file(s) go along as they are. Whoever opens them can read everything, also of other people.</source>
        <translation>
            <numerusform>%n export file goes along as it is. Whoever opens it can read everything, also of other people.</numerusform>
            <numerusform>%n export files go along as they are. Whoever opens them can read everything, also of other people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export file(s) stay in your vault, because everything is in them. Their hash is in the dossier: you can show them to a court later.</source>
        <translation>
            <numerusform>%n export file stays in your vault, because everything is in it. Its hash is in the dossier: you can show it to a court later.</numerusform>
            <numerusform>%n export files stay in your vault, because everything is in them. Their hash is in the dossier: you can show them to a court later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Opening the vault…</source>
        <translation>Opening the vault…</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>What to do next</source>
        <translation>What to do next</translation>
    </message>
    <message>
        <source>Proven to exist since</source>
        <translation>Proven to exist since</translation>
    </message>
</context>
<context>
    <name>OwnAuthoritySheet</name>
    <message>
        <source>Add a timestamp authority</source>
        <translation>Add a timestamp authority</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Its answers are accepted only if they lead to the root certificate that you choose here. Take the root from the authority itself.</source>
        <translation>Its answers are accepted only if they lead to the root certificate that you choose here. Take the root from the authority itself.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Root certificate (a .pem, .crt or .cer file)</source>
        <translation>Root certificate (a .pem, .crt or .cer file)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>Root certificate</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Custody log</source>
        <translation>Custody log</translation>
    </message>
    <message>
        <source>Pages of the dispute</source>
        <translation>Pages of the dispute</translation>
    </message>
    <message>
        <source>More pages</source>
        <translation>More pages</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Case</translation>
    </message>
</context>
<context>
    <name>Parties</name>
    <message>
        <source>Search names and numbers</source>
        <translation>Search names and numbers</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Or all numbers that begin so: 1069, 95</source>
        <translation>Or all numbers that begin so: 1069, 95</translation>
    </message>
    <message>
        <source>Beginnings of numbers, separated by commas</source>
        <translation>Beginnings of numbers, separated by commas</translation>
    </message>
</context>
<context>
    <name>PasswordSheet</name>
    <message>
        <source>Open the archive with its password</source>
        <translation>Open the archive with its password</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Show the password</translation>
    </message>
    <message>
        <source>That password does not open the archive. The original is safe; please try again.</source>
        <translation>That password does not open the archive. The original is safe; please try again.</translation>
    </message>
    <message numerus="yes">
        <source>%n more locked archive(s) follow; a password that opens one is tried on the others.</source>
        <translation>
            <numerusform>%n more locked archive follows; a password that opens one is tried on the others.</numerusform>
            <numerusform>%n more locked archives follow; a password that opens one is tried on the others.</numerusform>
        </translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Wallets send it in the app, mostly six digits. It is kept nowhere; the archive stays as it is, and the files in it are added as well.</source>
        <translation>Wallets send it in the app, mostly six digits. It is kept nowhere; the archive stays as it is, and the files in it are added as well.</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Calls and messages from them, by day and hour</source>
        <translation>Calls and messages from them, by day and hour</translation>
    </message>
    <message>
        <source>The stronger the colour, the more in that hour.</source>
        <translation>The stronger the colour, the more in that hour.</translation>
    </message>
    <message>
        <source>Amber: from %1 to %2 a standard asks for quiet.</source>
        <translation>Amber: from %1 to %2 a standard asks for quiet.</translation>
    </message>
    <message>
        <source>Nobody has said yet which numbers are theirs: only what is under the institution&apos;s own name counts here.</source>
        <translation>Nobody has said yet which numbers are theirs: only what is under the institution&apos;s own name counts here.</translation>
    </message>
    <message>
        <source>most on one day: %1 (%2)</source>
        <translation>most on one day: %1 (%2)</translation>
    </message>
    <message>
        <source>Calls and messages from them, by sender</source>
        <translation>Calls and messages from them, by sender</translation>
    </message>
    <message>
        <source>Each bar stands for %1 days.</source>
        <translation>Each bar stands for %1 days.</translation>
    </message>
    <message>
        <source>by %1: received %2, paid %3</source>
        <translation>by %1: received %2, paid %3</translation>
    </message>
    <message>
        <source>Money received and paid, added up</source>
        <translation>Money received and paid, added up</translation>
    </message>
    <message>
        <source>Whole line: received, refunds too. Broken line: paid. Only what is done counts.</source>
        <translation>Whole line: received, refunds too. Broken line: paid. Only what is done counts.</translation>
    </message>
    <message>
        <source>Complaints and their periods</source>
        <translation>Complaints and their periods</translation>
    </message>
    <message>
        <source>Grey: in time, or without a period. Pale amber: within the longer periods. Amber: overdue. Upright lines: days by which an answer was due.</source>
        <translation>Grey: in time, or without a period. Pale amber: within the longer periods. Amber: overdue. Upright lines: days by which an answer was due.</translation>
    </message>
    <message>
        <source>their other numbers</source>
        <translation>their other numbers</translation>
    </message>
</context>
<context>
    <name>PicturesPart</name>
    <message>
        <source>Nothing to draw yet: what they call and write, payments and complaints make these pictures.</source>
        <translation>Nothing to draw yet: what they call and write, payments and complaints make these pictures.</translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>Another folder…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>On this computer (recommended)</source>
        <translation>On this computer (recommended)</translation>
    </message>
    <message>
        <source>On “%1”</source>
        <translation>On “%1”</translation>
    </message>
    <message>
        <source>In the folder you chose</source>
        <translation>In the folder you chose</translation>
    </message>
    <message>
        <source>%1: a vault is there already and will be opened</source>
        <translation>%1: a vault is there already and will be opened</translation>
    </message>
</context>
<context>
    <name>PlayerView</name>
    <message>
        <source>Pause (K)</source>
        <translation>Pause (K)</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>Play (K)</translation>
    </message>
    <message>
        <source>It cannot be played here. Open the original in this computer&apos;s player.</source>
        <translation>It cannot be played here. Open the original in this computer&apos;s player.</translation>
    </message>
    <message>
        <source>This computer has no sound device; it plays without sound.</source>
        <translation>This computer has no sound device; it plays without sound.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>Note what is said at this moment (M)</source>
        <translation>Note what is said at this moment (M)</translation>
    </message>
    <message>
        <source>Large view (Space)</source>
        <translation>Large view (Space)</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>Open original</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Speed (+ and −)</source>
        <translation>Speed (+ and −)</translation>
    </message>
    <message>
        <source>Damaged or incomplete: played as far as it can be read</source>
        <translation>Damaged or incomplete: played as far as it can be read</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Show where things go</source>
        <translation>Show where things go</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>Nothing moves</translation>
    </message>
    <message>
        <source>Three lines for each event</source>
        <translation>Three lines for each event</translation>
    </message>
    <message>
        <source>One line for each event</source>
        <translation>One line for each event</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>3/4 is … (please choose)</source>
        <translation>3/4 is … (please choose)</translation>
    </message>
    <message>
        <source>3/4 is 3 April</source>
        <translation>3/4 is 3 April</translation>
    </message>
    <message>
        <source>3/4 is 4 March</source>
        <translation>3/4 is 4 March</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Order of day and month</source>
        <translation>Order of day and month</translation>
    </message>
    <message>
        <source>Choose with whom…</source>
        <translation>Choose with whom…</translation>
    </message>
    <message>
        <source>Which name in this chat is yours?</source>
        <translation>Which name in this chat is yours?</translation>
    </message>
    <message>
        <source>Your name in the chat</source>
        <translation>Your name in the chat</translation>
    </message>
    <message>
        <source>None of them: leave open who wrote</source>
        <translation>None of them: leave open who wrote</translation>
    </message>
    <message>
        <source>A table. Please check what its columns hold.</source>
        <translation>A table. Please check what its columns hold.</translation>
    </message>
    <message>
        <source>A table. Say what its columns hold, then tick “Import”: until then nothing of it is imported.</source>
        <translation>A table. Say what its columns hold, then tick “Import”: until then nothing of it is imported.</translation>
    </message>
    <message>
        <source>Ticked as the last time. Who is new is not ticked.</source>
        <translation>Ticked as the last time. Who is new is not ticked.</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Pages of the dossier</source>
        <translation>Pages of the dossier</translation>
    </message>
    <message>
        <source>All pages, small</source>
        <translation>All pages, small</translation>
    </message>
    <message>
        <source>Go to a part of the dossier</source>
        <translation>Go to a part of the dossier</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>Progress of the preview</source>
        <translation>Progress of the preview</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>of %1</translation>
    </message>
</context>
<context>
    <name>PreviewSheet</name>
    <message>
        <source>Put exported records on the timeline</source>
        <translation>Put exported records on the timeline</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Only from a period? Leave it empty for everything.</source>
        <translation>Only from a period? Leave it empty for everything.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Not ticked, so nothing of it is imported: %1</source>
        <translation>Not ticked, so nothing of it is imported: %1</translation>
    </message>
    <message>
        <source>Import %1 of %2 files</source>
        <translation>Import %1 of %2 files</translation>
    </message>
    <message>
        <source>The files are kept whole in any case. A file that you leave for later stays on the overview, under what to do next; to import more of a file, add it again. The dossier says how much is shown.</source>
        <translation>The files are kept whole in any case. A file that you leave for later stays on the overview, under what to do next; to import more of a file, add it again. The dossier says how much is shown.</translation>
    </message>
</context>
<context>
    <name>PreviewWords</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) cannot be read</source>
        <translation>
            <numerusform>%n record cannot be read</numerusform>
            <numerusform>%n records cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) inside</source>
        <translation>
            <numerusform>%n file inside</numerusform>
            <numerusform>%n files inside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>names %n file(s) that are not in it</source>
        <translation>
            <numerusform>names %n file that is not in it</numerusform>
            <numerusform>names %n files that are not in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file itself says that it holds %n record(s).</source>
        <translation>
            <numerusform>The file itself says that it holds %n record.</numerusform>
            <numerusform>The file itself says that it holds %n records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>Open for reading</translation>
    </message>
    <message>
        <source>Open another vault…</source>
        <translation>Open another vault…</translation>
    </message>
    <message>
        <source>New vault</source>
        <translation>New vault</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>Promises</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>No promise is written down yet. Fill it in where an agent made it: in the entry&apos;s facts.</source>
        <translation>No promise is written down yet. Fill it in where an agent made it: in the entry&apos;s facts.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more promise(s)</source>
        <translation>
            <numerusform>Show %n more promise</numerusform>
            <numerusform>Show %n more promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Promised %n time(s):</source>
        <translation>
            <numerusform>Promised %n time:</numerusform>
            <numerusform>Promised %n times:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, due on or before %2: the day has passed, and it was promised again</source>
        <translation>%1, due on or before %2: the day has passed, and it was promised again</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) after %1</source>
        <translation>
            <numerusform>%n working day after %1</numerusform>
            <numerusform>%n working days after %1</numerusform>
        </translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>without %1</translation>
    </message>
    <message>
        <source>with %1, made up for a holiday</source>
        <translation>with %1, made up for a holiday</translation>
    </message>
    <message>
        <source>the holidays of that year are not announced</source>
        <translation>the holidays of that year are not announced</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>the other side</translation>
    </message>
    <message>
        <source>Something says in time that it is done. Is it?</source>
        <translation>Something says in time that it is done. Is it?</translation>
    </message>
    <message>
        <source>What may have kept it came only on %1. Was it this?</source>
        <translation>What may have kept it came only on %1. Was it this?</translation>
    </message>
    <message numerus="yes">
        <source>After it, %n contact(s) came: the first on %1, the last on %2.</source>
        <translation>
            <numerusform>After it, %n contact came: the first on %1, the last on %2.</numerusform>
            <numerusform>After it, %n contacts came: the first on %1, the last on %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>After it, one contact came, on %1.</source>
        <translation>After it, one contact came, on %1.</translation>
    </message>
    <message>
        <source>%1, no day given</source>
        <translation>%1, no day given</translation>
    </message>
    <message>
        <source>%1, due on or before %2</source>
        <translation>%1, due on or before %2</translation>
    </message>
    <message>
        <source>The day has passed. Was it kept?</source>
        <translation>The day has passed. Was it kept?</translation>
    </message>
    <message>
        <source>Money came from them in time. Was it this?</source>
        <translation>Money came from them in time. Was it this?</translation>
    </message>
    <message>
        <source>Less than was promised came in time:</source>
        <translation>Less than was promised came in time:</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>What became of it</translation>
    </message>
    <message>
        <source>They were in contact in time. Was it about this?</source>
        <translation>They were in contact in time. Was it about this?</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 file</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Drive</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Look in:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>File &amp;type:</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translation>Show details…</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Hide details…</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Add evidence</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>Add a folder with evidence</source>
        <translation>Add a folder with evidence</translation>
    </message>
</context>
<context>
    <name>ReadingParts</name>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) read. What was read counts once you accept it.</source>
        <translation>
            <numerusform>%n exhibit read. What was read counts once you accept it.</numerusform>
            <numerusform>%n exhibits read. What was read counts once you accept it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found in imported messages. They count once you accept them.</source>
        <translation>
            <numerusform>%n thing found in imported messages. It counts once you accept it.</numerusform>
            <numerusform>%n things found in imported messages. They count once you accept them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the same conversation still say “%1”.</source>
        <translation>
            <numerusform>%n entry of the same conversation still says “%1”.</numerusform>
            <numerusform>%n entries of the same conversation still say “%1”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change to “%1”</source>
        <translation>Change to “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) were read with the earlier currency or time zone.</source>
        <translation>
            <numerusform>%n exhibit was read with the earlier currency or time zone.</numerusform>
            <numerusform>%n exhibits were read with the earlier currency or time zone.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again what nobody reviewed</source>
        <translation>Read again what nobody reviewed</translation>
    </message>
</context>
<context>
    <name>ReadingRow</name>
    <message>
        <source>This one</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Use %1</translation>
    </message>
    <message>
        <source>very reliable</source>
        <translation>very reliable</translation>
    </message>
    <message>
        <source>reliable</source>
        <translation>reliable</translation>
    </message>
    <message>
        <source>less reliable</source>
        <translation>less reliable</translation>
    </message>
</context>
<context>
    <name>ReadingSettings</name>
    <message>
        <source>Text on pictures</source>
        <translation>Text on pictures</translation>
    </message>
    <message>
        <source>Read text on pictures automatically</source>
        <translation>Read text on pictures automatically</translation>
    </message>
    <message>
        <source>It is read on this computer, in the background; nothing is sent anywhere. What was read counts only once you have accepted it.</source>
        <translation>It is read on this computer, in the background; nothing is sent anywhere. What was read counts only once you have accepted it.</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>The sources disagree. Which one is right?</source>
        <translation>The sources disagree. Which one is right?</translation>
    </message>
    <message>
        <source>Which time counts?</source>
        <translation>Which time counts?</translation>
    </message>
    <message>
        <source>Or type the time</source>
        <translation>Or type the time</translation>
    </message>
    <message>
        <source>used</source>
        <translation>used</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Send myself a receipt</source>
        <translation>Send myself a receipt</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>Save the file…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Send it to yourself by mail or chat. If this computer is lost, it proves later that the log was exactly like this at that time. It holds nothing of the evidence.</source>
        <translation>Send it to yourself by mail or chat. If this computer is lost, it proves later that the log was exactly like this at that time. It holds nothing of the evidence.</translation>
    </message>
    <message>
        <source>QR code of the receipt</source>
        <translation>QR code of the receipt</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Save the picture…</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip)</source>
        <translation>ZIP archive (*.zip)</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the log, witnessed by %1 at %2</source>
        <translation>
            <numerusform>%n entry of the log, witnessed by %1 at %2</numerusform>
            <numerusform>%n entries of the log, witnessed by %1 at %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Picture (*.png)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>a period ends on %1</source>
        <translation>a period ends on %1</translation>
    </message>
    <message>
        <source>no answer by %1</source>
        <translation>no answer by %1</translation>
    </message>
    <message>
        <source>a period ended on %1, a day off; perhaps it runs until %2, ask before you rely on it</source>
        <translation>a period ended on %1, a day off; perhaps it runs until %2, ask before you rely on it</translation>
    </message>
    <message>
        <source>promises: %1 due, %2 past</source>
        <translation>promises: %1 due, %2 past</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) due today or tomorrow</source>
        <translation>
            <numerusform>%n promise due today or tomorrow</numerusform>
            <numerusform>%n promises due today or tomorrow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) whose day has passed</source>
        <translation>
            <numerusform>%n promise whose day has passed</numerusform>
            <numerusform>%n promises whose day has passed</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n more dispute(s) wait.</source>
        <translation>
            <numerusform>%n more dispute waits.</numerusform>
            <numerusform>%n more disputes wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalSheet</name>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Remove the dispute</source>
        <translation>Remove the dispute</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Nothing is erased: it goes to the removed items, from where it can be put back. Ctrl+Z works too.</source>
        <translation>Nothing is erased: it goes to the removed items, from where it can be put back. Ctrl+Z works too.</translation>
    </message>
    <message>
        <source>Why? One key is enough.</source>
        <translation>Why? One key is enough.</translation>
    </message>
    <message>
        <source>Or in your own words (stays in the custody log)</source>
        <translation>Or in your own words (stays in the custody log)</translation>
    </message>
    <message>
        <source>It is there twice</source>
        <translation>It is there twice</translation>
    </message>
    <message>
        <source>It has nothing to do with this dispute</source>
        <translation>It has nothing to do with this dispute</translation>
    </message>
    <message>
        <source>It was added by mistake</source>
        <translation>It was added by mistake</translation>
    </message>
    <message>
        <source>It is private</source>
        <translation>It is private</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n exhibit(s)</source>
        <translation>
            <numerusform>Remove %n exhibit</numerusform>
            <numerusform>Remove %n exhibits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n entry(ies)</source>
        <translation>
            <numerusform>Remove %n entry</numerusform>
            <numerusform>Remove %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>It is over</translation>
    </message>
</context>
<context>
    <name>RemovedSheet</name>
    <message>
        <source>Removed items</source>
        <translation>Removed items</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Erase for good…</translation>
    </message>
    <message>
        <source>Empty the tray…</source>
        <translation>Empty the tray…</translation>
    </message>
    <message>
        <source>What lies here is in no timeline, list or dossier. Nothing of it is lost.</source>
        <translation>What lies here is in no timeline, list or dossier. Nothing of it is lost.</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>There is nothing here.</translation>
    </message>
</context>
<context>
    <name>Renaming</name>
    <message>
        <source>There is no table in this file whose columns could be named.</source>
        <translation>There is no table in this file whose columns could be named.</translation>
    </message>
</context>
<context>
    <name>RenamingWords</name>
    <message numerus="yes">
        <source>%n entry(ies) updated</source>
        <translation>
            <numerusform>%n entry updated</numerusform>
            <numerusform>%n entries updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(ies)</source>
        <translation>
            <numerusform>%n new entry</numerusform>
            <numerusform>%n new entries</numerusform>
        </translation>
    </message>
    <message>
        <source>The columns change nothing in the entries.</source>
        <translation>The columns change nothing in the entries.</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>Restore from a backup</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>Restore and open</source>
        <translation>Restore and open</translation>
    </message>
    <message>
        <source>The backup is checked and copied into a new vault. The backup itself stays as it is.</source>
        <translation>The backup is checked and copied into a new vault. The backup itself stays as it is.</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>Folder of the backup</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Folder for the restored vault, new or empty</source>
        <translation>Folder for the restored vault, new or empty</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Added</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Already there</translation>
    </message>
    <message>
        <source>Kept, not readable</source>
        <translation>Kept, not readable</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>Not added</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Why, and what to do</source>
        <translation>Why, and what to do</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ResultsSheet</name>
    <message>
        <source>What became of each item</source>
        <translation>What became of each item</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Try again what was not added</source>
        <translation>Try again what was not added</translation>
    </message>
    <message>
        <source>A double click or Enter on an item does what its last column says.</source>
        <translation>A double click or Enter on an item does what its last column says.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Another name of the institution?</source>
        <translation>Another name of the institution?</translation>
    </message>
    <message>
        <source>Times disagree. Which one is right?</source>
        <translation>Times disagree. Which one is right?</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>dismissed</translation>
    </message>
    <message>
        <source>read wrongly by the machine</source>
        <translation>read wrongly by the machine</translation>
    </message>
    <message>
        <source>corrected; the machine read “%1”</source>
        <translation>corrected; the machine read “%1”</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>All exhibits</source>
        <translation>All exhibits</translation>
    </message>
    <message>
        <source>Previous exhibit (P)</source>
        <translation>Previous exhibit (P)</translation>
    </message>
    <message>
        <source>Next exhibit (N)</source>
        <translation>Next exhibit (N)</translation>
    </message>
    <message>
        <source>Accept all of a kind</source>
        <translation>Accept all of a kind</translation>
    </message>
    <message>
        <source>Reviewed exhibits</source>
        <translation>Reviewed exhibits</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>%1 of %2 reviewed</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>Exhibit %1</translation>
    </message>
    <message>
        <source>Show the text line by line (T)</source>
        <translation>Show the text line by line (T)</translation>
    </message>
    <message>
        <source>In all exhibits</source>
        <translation>In all exhibits</translation>
    </message>
</context>
<context>
    <name>ReviewFoot</name>
    <message>
        <source>Correct… (E)</source>
        <translation>Correct… (E)</translation>
    </message>
    <message>
        <source>Dismiss (X)</source>
        <translation>Dismiss (X)</translation>
    </message>
    <message>
        <source>Accept all here (A)</source>
        <translation>Accept all here (A)</translation>
    </message>
    <message>
        <source>Choose the time… (Enter)</source>
        <translation>Choose the time… (Enter)</translation>
    </message>
    <message>
        <source>Next to review (Enter)</source>
        <translation>Next to review (Enter)</translation>
    </message>
    <message>
        <source>Accept (Enter)</source>
        <translation>Accept (Enter)</translation>
    </message>
    <message>
        <source>The vault is open for reading only: nothing can be accepted.</source>
        <translation>The vault is open for reading only: nothing can be accepted.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) read here wait for you. Nothing counts before you accept it.</source>
        <translation>
            <numerusform>%n thing read here waits for you. Nothing counts before you accept it.</numerusform>
            <numerusform>%n things read here wait for you. Nothing counts before you accept it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything here is decided. %n more exhibit(s) wait for you.</source>
        <translation>
            <numerusform>Everything here is decided. %n more exhibit waits for you.</numerusform>
            <numerusform>Everything here is decided. %n more exhibits wait for you.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>Everything is decided.</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>What was read in this exhibit</source>
        <translation>What was read in this exhibit</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Nothing waits for you here.</source>
        <translation>Nothing waits for you here.</translation>
    </message>
    <message>
        <source>%1 in this exhibit (%2)</source>
        <translation>%1 in this exhibit (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ReviewPicture</name>
    <message>
        <source>Previous page</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Fit page</translation>
    </message>
    <message>
        <source>%1 was imported as text: there is no picture of it. Each message stands beside what it names.</source>
        <translation>%1 was imported as text: there is no picture of it. Each message stands beside what it names.</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>%n event(s) read here</source>
        <translation>
            <numerusform>%n event read here</numerusform>
            <numerusform>%n events read here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported message(s) in which something was found</source>
        <translation>
            <numerusform>%n imported message in which something was found</numerusform>
            <numerusform>%n imported messages in which something was found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s) found</source>
        <translation>
            <numerusform>%n more thing found</numerusform>
            <numerusform>%n more things found</numerusform>
        </translation>
    </message>
    <message>
        <source>No text was found here.</source>
        <translation>No text was found here.</translation>
    </message>
    <message>
        <source>Maybe a gap: nothing joins it to exhibit %1, although the conversation goes on within the hour</source>
        <translation>Maybe a gap: nothing joins it to exhibit %1, although the conversation goes on within the hour</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1; whether anything was said in between is not shown</source>
        <translation>Nothing joins it to exhibit %1; whether anything was said in between is not shown</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of text as they were read</source>
        <translation>
            <numerusform>%n line of text as it was read</numerusform>
            <numerusform>%n lines of text as they were read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes on from exhibit %1: %n event(s) on both</source>
        <translation>
            <numerusform>Goes on from exhibit %1: %n event on both</numerusform>
            <numerusform>Goes on from exhibit %1: %n events on both</numerusform>
        </translation>
    </message>
    <message>
        <source>Looks the same as exhibit %1</source>
        <translation>Looks the same as exhibit %1</translation>
    </message>
</context>
<context>
    <name>RiskySheet</name>
    <message>
        <source>This folder is risky for a vault</source>
        <translation>This folder is risky for a vault</translation>
    </message>
    <message>
        <source>Use it nevertheless</source>
        <translation>Use it nevertheless</translation>
    </message>
</context>
<context>
    <name>SameRecordLine</name>
    <message>
        <source>Go to the other record</source>
        <translation>Go to the other record</translation>
    </message>
    <message>
        <source>Same call as on %1; it counts once</source>
        <translation>Same call as on %1; it counts once</translation>
    </message>
    <message>
        <source>Same message as on %1; it counts once</source>
        <translation>Same message as on %1; it counts once</translation>
    </message>
    <message>
        <source>Same money as on %1</source>
        <translation>Same money as on %1</translation>
    </message>
    <message>
        <source>Same call as on %1, exhibit %2; it counts once</source>
        <translation>Same call as on %1, exhibit %2; it counts once</translation>
    </message>
    <message>
        <source>Same message as on %1, exhibit %2; it counts once</source>
        <translation>Same message as on %1, exhibit %2; it counts once</translation>
    </message>
    <message>
        <source>Same money as on %1, exhibit %2</source>
        <translation>Same money as on %1, exhibit %2</translation>
    </message>
    <message>
        <source>Two records show it, such as a call log and a picture. Findings and letters count it once.</source>
        <translation>Two records show it, such as a call log and a picture. Findings and letters count it once.</translation>
    </message>
    <message>
        <source>Two records show this payment, for example a wallet&apos;s and a bank&apos;s. Sums count it once.</source>
        <translation>Two records show this payment, for example a wallet&apos;s and a bank&apos;s. Sums count it once.</translation>
    </message>
</context>
<context>
    <name>SampleBanner</name>
    <message>
        <source>Remove the sample</source>
        <translation>Remove the sample</translation>
    </message>
    <message>
        <source>Sample dispute: everything in it is invented, try whatever you like.</source>
        <translation>Sample dispute: everything in it is invented, try whatever you like.</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Making the sample dispute</source>
        <translation>Making the sample dispute</translation>
    </message>
    <message>
        <source>the sample dispute</source>
        <translation>the sample dispute</translation>
    </message>
</context>
<context>
    <name>SealWords</name>
    <message>
        <source>Not signed</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>Time not witnessed, only claimed by this computer&apos;s clock</source>
        <translation>Time not witnessed, only claimed by this computer&apos;s clock</translation>
    </message>
    <message>
        <source>Time witnessed by %1</source>
        <translation>Time witnessed by %1</translation>
    </message>
    <message>
        <source>Could not be reached: %1</source>
        <translation>Could not be reached: %1</translation>
    </message>
    <message>
        <source>Checked again: %1</source>
        <translation>Checked again: %1</translation>
    </message>
    <message>
        <source>Signed; when it was signed is only claimed (%1)</source>
        <translation>Signed; when it was signed is only claimed (%1)</translation>
    </message>
    <message>
        <source>Signed, and the time of signing witnessed (%1)</source>
        <translation>Signed, and the time of signing witnessed (%1)</translation>
    </message>
    <message>
        <source>Signed for the long term, time witnessed (%1)</source>
        <translation>Signed for the long term, time witnessed (%1)</translation>
    </message>
</context>
<context>
    <name>Sealing</name>
    <message>
        <source>PDF document</source>
        <translation>PDF document</translation>
    </message>
    <message>
        <source>Bag with originals (ZIP)</source>
        <translation>Bag with originals (ZIP)</translation>
    </message>
    <message>
        <source>Self-declared, with a key of this computer</source>
        <translation>Self-declared, with a key of this computer</translation>
    </message>
    <message>
        <source>With my own certificate file</source>
        <translation>With my own certificate file</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>What is written</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Attach originals, custody log and proofs</source>
        <translation>Attach originals, custody log and proofs</translation>
    </message>
    <message>
        <source>Without them it is a plain PDF, for systems that refuse attachments; the originals stay here.</source>
        <translation>Without them it is a plain PDF, for systems that refuse attachments; the originals stay here.</translation>
    </message>
    <message>
        <source>Certificate file (.p12 or .pfx)</source>
        <translation>Certificate file (.p12 or .pfx)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Its passphrase (not kept)</source>
        <translation>Its passphrase (not kept)</translation>
    </message>
    <message>
        <source>Passphrase for the key (empty: used once)</source>
        <translation>Passphrase for the key (empty: used once)</translation>
    </message>
    <message>
        <source>Shows that the file was not changed; nobody has checked your name.</source>
        <translation>Shows that the file was not changed; nobody has checked your name.</translation>
    </message>
    <message>
        <source>Shows who signed, as far as its issuer is trusted.</source>
        <translation>Shows who signed, as far as its issuer is trusted.</translation>
    </message>
    <message>
        <source>Changes can then be noticed only by the file&apos;s hash or its timestamp.</source>
        <translation>Changes can then be noticed only by the file&apos;s hash or its timestamp.</translation>
    </message>
    <message>
        <source>Witnessed by %1 while it is exported; without a connection the dossier says so.</source>
        <translation>Witnessed by %1 while it is exported; without a connection the dossier says so.</translation>
    </message>
    <message>
        <source>two authorities</source>
        <translation>two authorities</translation>
    </message>
    <message>
        <source>Only claimed by this computer&apos;s clock: nothing is sent before you agree.</source>
        <translation>Only claimed by this computer&apos;s clock: nothing is sent before you agree.</translation>
    </message>
    <message>
        <source>Choose a certificate file</source>
        <translation>Choose a certificate file</translation>
    </message>
    <message>
        <source>Certificate (%1)</source>
        <translation>Certificate (%1)</translation>
    </message>
</context>
<context>
    <name>SearchEverywhere</name>
    <message>
        <source>Search all disputes</source>
        <translation>Search all disputes</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Words, names, numbers: what people wrote and what was read in exhibits.</source>
        <translation>Words, names, numbers: what people wrote and what was read in exhibits.</translation>
    </message>
    <message>
        <source>No dispute contains “%1”.</source>
        <translation>No dispute contains “%1”.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n place(s); type more to find the one you mean</source>
        <translation>
            <numerusform>The first place; type more to find the one you mean</numerusform>
            <numerusform>The first %n places; type more to find the one you mean</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>Exhibit %1</translation>
    </message>
    <message>
        <source>read by machine</source>
        <translation>read by machine</translation>
    </message>
    <message>
        <source>read by machine, not confirmed</source>
        <translation>read by machine, not confirmed</translation>
    </message>
</context>
<context>
    <name>SectionChoice</name>
    <message>
        <source>Also in the dossier, where there is something to tell</source>
        <translation>Also in the dossier, where there is something to tell</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>08:15 · Agent 80231 promised a reply within three working days.</source>
        <translation>08:15 · Agent 80231 promised a reply within three working days.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Open another vault…</source>
        <translation>Open another vault…</translation>
    </message>
    <message>
        <source>Your name, or the name of your office</source>
        <translation>Your name, or the name of your office</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Where the vault is</source>
        <translation>Where the vault is</translation>
    </message>
    <message>
        <source>Prepared by (printed in a dossier)</source>
        <translation>Prepared by (printed in a dossier)</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>Discard what you typed?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Keep typing</source>
        <translation>Keep typing</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Anywhere</source>
        <translation>Anywhere</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>In the timeline</translation>
    </message>
    <message>
        <source>Among the exhibits</source>
        <translation>Among the exhibits</translation>
    </message>
    <message>
        <source>While reviewing</source>
        <translation>While reviewing</translation>
    </message>
    <message>
        <source>In the large view</source>
        <translation>In the large view</translation>
    </message>
    <message>
        <source>While filling in</source>
        <translation>While filling in</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>Show these keys</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>New dispute</source>
        <translation>New dispute</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>Add what was copied as evidence</source>
        <translation>Add what was copied as evidence</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search all disputes</source>
        <translation>Search all disputes</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Do again</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>Export dossier</translation>
    </message>
    <message>
        <source>Review what was read</source>
        <translation>Review what was read</translation>
    </message>
    <message>
        <source>Accept, and go on</source>
        <translation>Accept, and go on</translation>
    </message>
    <message>
        <source>Correct, then accept</source>
        <translation>Correct, then accept</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Accept what was read by machine, and go on</source>
        <translation>Accept what was read by machine, and go on</translation>
    </message>
    <message>
        <source>Dismiss what was read by machine</source>
        <translation>Dismiss what was read by machine</translation>
    </message>
    <message>
        <source>Accept everything in this exhibit</source>
        <translation>Accept everything in this exhibit</translation>
    </message>
    <message>
        <source>Accept all of a kind</source>
        <translation>Accept all of a kind</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>Copy the words</translation>
    </message>
    <message>
        <source>First page: Overview</source>
        <translation>First page: Overview</translation>
    </message>
    <message>
        <source>Second page: Timeline</source>
        <translation>Second page: Timeline</translation>
    </message>
    <message>
        <source>Third page: Evidence</source>
        <translation>Third page: Evidence</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Large view</source>
        <translation>Large view</translation>
    </message>
    <message>
        <source>Record a call</source>
        <translation>Record a call</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>Go to the filters</source>
        <translation>Go to the filters</translation>
    </message>
    <message>
        <source>Go to the days</source>
        <translation>Go to the days</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Next exhibit</source>
        <translation>Next exhibit</translation>
    </message>
    <message>
        <source>Previous exhibit</source>
        <translation>Previous exhibit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>Full width</source>
        <translation>Full width</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Turn for viewing</source>
        <translation>Turn for viewing</translation>
    </message>
    <message>
        <source>Show or hide the facts</source>
        <translation>Show or hide the facts</translation>
    </message>
    <message>
        <source>Compare with another exhibit</source>
        <translation>Compare with another exhibit</translation>
    </message>
    <message>
        <source>Save a fact, and type the same of the next one</source>
        <translation>Save a fact, and type the same of the next one</translation>
    </message>
    <message>
        <source>Add, and write the next one</source>
        <translation>Add, and write the next one</translation>
    </message>
    <message>
        <source>Say which way it went: the first, the second, …</source>
        <translation>Say which way it went: the first, the second, …</translation>
    </message>
    <message>
        <source>Offer what is known, in an empty field</source>
        <translation>Offer what is known, in an empty field</translation>
    </message>
    <message>
        <source>Finish, from any field</source>
        <translation>Finish, from any field</translation>
    </message>
    <message>
        <source>What is this? (about the field you are in)</source>
        <translation>What is this? (about the field you are in)</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Saved views</translation>
    </message>
    <message>
        <source>Go to what has no time</source>
        <translation>Go to what has no time</translation>
    </message>
    <message>
        <source>Choose between the times</source>
        <translation>Choose between the times</translation>
    </message>
    <message>
        <source>Before the one above, at the same time</source>
        <translation>Before the one above, at the same time</translation>
    </message>
    <message>
        <source>Behind the one below, at the same time</source>
        <translation>Behind the one below, at the same time</translation>
    </message>
    <message>
        <source>While listening</source>
        <translation>While listening</translation>
    </message>
    <message>
        <source>Play and pause</source>
        <translation>Play and pause</translation>
    </message>
    <message>
        <source>Note what is said at this moment</source>
        <translation>Note what is said at this moment</translation>
    </message>
    <message>
        <source>Back by three seconds</source>
        <translation>Back by three seconds</translation>
    </message>
    <message>
        <source>On by five seconds</source>
        <translation>On by five seconds</translation>
    </message>
    <message>
        <source>Back by five seconds</source>
        <translation>Back by five seconds</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Faster</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Slower</translation>
    </message>
    <message>
        <source>Play and pause while typing the transcript</source>
        <translation>Play and pause while typing the transcript</translation>
    </message>
    <message>
        <source>Back by three seconds while typing</source>
        <translation>Back by three seconds while typing</translation>
    </message>
    <message>
        <source>Show the text line by line</source>
        <translation>Show the text line by line</translation>
    </message>
    <message>
        <source>Note that the other side is told of the recording</source>
        <translation>Note that the other side is told of the recording</translation>
    </message>
    <message>
        <source>Fourth page: Case</source>
        <translation>Fourth page: Case</translation>
    </message>
    <message>
        <source>Fifth page: Dossier</source>
        <translation>Fifth page: Dossier</translation>
    </message>
    <message>
        <source>Sixth page: Custody log</source>
        <translation>Sixth page: Custody log</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>My vault</source>
        <translation>My vault</translation>
    </message>
    <message>
        <source>%1 (read-only)</source>
        <translation>%1 (read-only)</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New dispute</source>
        <translation>New dispute</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Disputes</translation>
    </message>
    <message>
        <source>Vault: %1</source>
        <translation>Vault: %1</translation>
    </message>
    <message>
        <source>Edit the dispute…</source>
        <translation>Edit the dispute…</translation>
    </message>
    <message>
        <source>Remove the dispute…</source>
        <translation>Remove the dispute…</translation>
    </message>
    <message>
        <source>Settings and help</source>
        <translation>Settings and help</translation>
    </message>
    <message>
        <source>Removed items (%1)</source>
        <translation>Removed items (%1)</translation>
    </message>
</context>
<context>
    <name>SinceLine</name>
    <message>
        <source>Show the entry</source>
        <translation>Show the entry</translation>
    </message>
    <message>
        <source>Show the entry that tells since when</source>
        <translation>Show the entry that tells since when</translation>
    </message>
    <message>
        <source>Say since when…</source>
        <translation>Say since when…</translation>
    </message>
    <message>
        <source>the first entry that shows the problem</source>
        <translation>the first entry that shows the problem</translation>
    </message>
    <message>
        <source>an entry that shows the problem; earlier ones depart from a standard, too</source>
        <translation>an entry that shows the problem; earlier ones depart from a standard, too</translation>
    </message>
    <message>
        <source>as you said</source>
        <translation>as you said</translation>
    </message>
    <message>
        <source>by the payment of the amount in dispute</source>
        <translation>by the payment of the amount in dispute</translation>
    </message>
    <message>
        <source>by the first call or message that departs from a standard</source>
        <translation>by the first call or message that departs from a standard</translation>
    </message>
    <message>
        <source>by the first complaint</source>
        <translation>by the first complaint</translation>
    </message>
    <message>
        <source>by the first call or message to them</source>
        <translation>by the first call or message to them</translation>
    </message>
    <message>
        <source>no entry tells when the trouble began: counted from the first one</source>
        <translation>no entry tells when the trouble began: counted from the first one</translation>
    </message>
</context>
<context>
    <name>StampsPanel</name>
    <message>
        <source>Attach a timestamp file…</source>
        <translation>Attach a timestamp file…</translation>
    </message>
    <message>
        <source>One that a timestamp service made over this file, a .tsa or .tsr file for example.</source>
        <translation>One that a timestamp service made over this file, a .tsa or .tsr file for example.</translation>
    </message>
    <message>
        <source>Checked: over exactly this file, by an authority that is known.</source>
        <translation>Checked: over exactly this file, by an authority that is known.</translation>
    </message>
    <message>
        <source>Over exactly this file, but by nobody that this program knows; it counts for nothing yet.</source>
        <translation>Over exactly this file, but by nobody that this program knows; it counts for nothing yet.</translation>
    </message>
    <message>
        <source>None. If a timestamp service has sealed this file, its answer can be kept here.</source>
        <translation>None. If a timestamp service has sealed this file, its answer can be kept here.</translation>
    </message>
    <message>
        <source>Timestamp (%1)</source>
        <translation>Timestamp (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>All files (%1)</translation>
    </message>
</context>
<context>
    <name>StandingLine</name>
    <message>
        <source>Have the time witnessed…</source>
        <translation>Have the time witnessed…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Custody log</source>
        <translation>Custody log</translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message>
        <source>Time not yet witnessed</source>
        <translation>Time not yet witnessed</translation>
    </message>
    <message>
        <source>Time witnessed up to %1 by %2</source>
        <translation>Time witnessed up to %1 by %2</translation>
    </message>
    <message>
        <source>What was added since is not yet witnessed</source>
        <translation>What was added since is not yet witnessed</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation>: %1</translation>
    </message>
    <message>
        <source>this is only a sample</source>
        <translation>this is only a sample</translation>
    </message>
    <message>
        <source>nothing is sent, as you chose</source>
        <translation>nothing is sent, as you chose</translation>
    </message>
    <message>
        <source>nothing is sent before you agree</source>
        <translation>nothing is sent before you agree</translation>
    </message>
    <message>
        <source>being witnessed now</source>
        <translation>being witnessed now</translation>
    </message>
    <message>
        <source>offline, will be tried again</source>
        <translation>offline, will be tried again</translation>
    </message>
    <message>
        <source>stopped, will be tried again</source>
        <translation>stopped, will be tried again</translation>
    </message>
    <message>
        <source>the answers did not hold, will be tried again</source>
        <translation>the answers did not hold, will be tried again</translation>
    </message>
    <message>
        <source>will be done shortly</source>
        <translation>will be done shortly</translation>
    </message>
    <message>
        <source>no evidence yet</source>
        <translation>no evidence yet</translation>
    </message>
</context>
<context>
    <name>StartingDays</name>
    <message>
        <source>From which day it counts</source>
        <translation>From which day it counts</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>In dispute since %1</source>
        <translation>In dispute since %1</translation>
    </message>
    <message>
        <source>What makes a period longer</source>
        <translation>What makes a period longer</translation>
    </message>
    <message>
        <source>A period here counts from the day on which you knew of the harm and of who is liable. You have not stated it, so no end is shown.</source>
        <translation>A period here counts from the day on which you knew of the harm and of who is liable. You have not stated it, so no end is shown.</translation>
    </message>
    <message>
        <source>A period here counts from the first statement of account that shows the error. You have not stated its day, so no end is shown.</source>
        <translation>A period here counts from the first statement of account that shows the error. You have not stated its day, so no end is shown.</translation>
    </message>
</context>
<context>
    <name>Statements</name>
    <message>
        <source>What each statement rests on</source>
        <translation>What each statement rests on</translation>
    </message>
    <message>
        <source>For you alone, not in the letter: how far each rule that it cites was read. Check it first.</source>
        <translation>For you alone, not in the letter: how far each rule that it cites was read. Check it first.</translation>
    </message>
    <message>
        <source>No entry shows this: add evidence or leave it out.</source>
        <translation>No entry shows this: add evidence or leave it out.</translation>
    </message>
    <message>
        <source>Changed, or left out of the letter.</source>
        <translation>Changed, or left out of the letter.</translation>
    </message>
    <message>
        <source>In the letter</source>
        <translation>In the letter</translation>
    </message>
    <message>
        <source>Show in the letter: %1</source>
        <translation>Show in the letter: %1</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>What does this mean?</source>
        <translation>What does this mean?</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestedStrip</name>
    <message>
        <source>A machine read this in the exhibit; nobody has confirmed it yet.</source>
        <translation>A machine read this in the exhibit; nobody has confirmed it yet.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message numerus="yes">
        <source>A machine read %n of them in exhibits; nobody has confirmed them yet.</source>
        <translation>
            <numerusform>A machine read %n of them in an exhibit; nobody has confirmed it yet.</numerusform>
            <numerusform>A machine read %n of them in exhibits; nobody has confirmed them yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionSheet</name>
    <message>
        <source>Accept so</source>
        <translation>Accept so</translation>
    </message>
    <message>
        <source>Read: “%1”</source>
        <translation>Read: “%1”</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept but not readable</source>
        <translation>
            <numerusform>%n kept but not readable</numerusform>
            <numerusform>%n kept but not readable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not added</source>
        <translation>
            <numerusform>%n not added</numerusform>
            <numerusform>%n not added</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>stopped before the end</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>There was nothing to add.</source>
        <translation>There was nothing to add.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) to confirm</source>
        <translation>
            <numerusform>%n time to confirm</numerusform>
            <numerusform>%n times to confirm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the time(s)</source>
        <translation>
            <numerusform>Show the time</numerusform>
            <numerusform>Show the times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>taken back</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Done again: %1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Taken back: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>This cannot be taken back any more: %1. %2</source>
        <translation>This cannot be taken back any more: %1. %2</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Changed: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>TaskList</name>
    <message>
        <source>Nothing waits for you here.</source>
        <translation>Nothing waits for you here.</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>No evidence yet: drop screenshots, recordings and documents anywhere here.</source>
        <translation>No evidence yet: drop screenshots, recordings and documents anywhere here.</translation>
    </message>
    <message numerus="yes">
        <source>Nobody has said yet which numbers are theirs: %n caller(s) and sender(s) count for nobody.</source>
        <translation>
            <numerusform>Nobody has said yet which numbers are theirs: %n caller or sender counts for nobody.</numerusform>
            <numerusform>Nobody has said yet which numbers are theirs: %n callers and senders count for nobody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) to decide: what was read disagrees.</source>
        <translation>
            <numerusform>%n time to decide: what was read disagrees.</numerusform>
            <numerusform>%n times to decide: what was read disagrees.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) without a time.</source>
        <translation>
            <numerusform>%n entry without a time.</numerusform>
            <numerusform>%n entries without a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) where a conversation goes on but the pictures do not join: is one missing?</source>
        <translation>
            <numerusform>%n place where a conversation goes on but the pictures do not join: is one missing?</numerusform>
            <numerusform>%n places where a conversation goes on but the pictures do not join: is one missing?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) kept that could not be read.</source>
        <translation>
            <numerusform>%n file kept that could not be read.</numerusform>
            <numerusform>%n files kept that could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) whose day has passed.</source>
        <translation>
            <numerusform>%n promise whose day has passed.</numerusform>
            <numerusform>%n promises whose day has passed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) do not say yet what they prove.</source>
        <translation>
            <numerusform>%n exhibit does not say yet what it proves.</numerusform>
            <numerusform>%n exhibits do not say yet what they prove.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not written down yet who complains.</source>
        <translation>It is not written down yet who complains.</translation>
    </message>
    <message>
        <source>No dossier was exported yet.</source>
        <translation>No dossier was exported yet.</translation>
    </message>
    <message>
        <source>Something changed since the last dossier (%1).</source>
        <translation>Something changed since the last dossier (%1).</translation>
    </message>
    <message>
        <source>There is no backup of this vault yet.</source>
        <translation>There is no backup of this vault yet.</translation>
    </message>
    <message numerus="yes">
        <source>The last backup is %n day(s) old.</source>
        <translation>
            <numerusform>The last backup is %n day old.</numerusform>
            <numerusform>The last backup is %n days old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s) to review.</source>
        <translation>
            <numerusform>%n exhibit to review.</numerusform>
            <numerusform>%n exhibits to review.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>%1 of %2 reviewed</translation>
    </message>
    <message>
        <source>%1: an entry of %2 may be the answer. Is it?</source>
        <translation>%1: an entry of %2 may be the answer. Is it?</translation>
    </message>
    <message numerus="yes">
        <source>%1: no final answer recorded for %n day(s).</source>
        <translation>
            <numerusform>%1: no final answer recorded for %n day.</numerusform>
            <numerusform>%1: no final answer recorded for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: no answer recorded for %n day(s).</source>
        <translation>
            <numerusform>%1: no answer recorded for %n day.</numerusform>
            <numerusform>%1: no answer recorded for %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source>No period for the answer is counted.</source>
        <translation>No period for the answer is counted.</translation>
    </message>
    <message>
        <source>The period ended on %1.</source>
        <translation>The period ended on %1.</translation>
    </message>
    <message>
        <source>The period ends on %1.</source>
        <translation>The period ends on %1.</translation>
    </message>
    <message>
        <source>Only a customary period, for reference, up to %1: no statutory one.</source>
        <translation>Only a customary period, for reference, up to %1: no statutory one.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>You have not written down yet what you ask for.</source>
        <translation>You have not written down yet what you ask for.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Describe</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Write it down</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>Export dossier</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Back up…</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) far from all others: is the year right?</source>
        <translation>
            <numerusform>%n time far from all others: is the year right?</numerusform>
            <numerusform>%n times far from all others: is the year right?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exported file(s) not put onto the timeline yet.</source>
        <translation>
            <numerusform>%n exported file is not on the timeline yet.</numerusform>
            <numerusform>%n exported files are not on the timeline yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message numerus="yes">
        <source>%n archive(s) not opened yet: nothing in them was added.</source>
        <translation>
            <numerusform>%n archive is not opened yet: nothing in it was added.</numerusform>
            <numerusform>%n archives are not opened yet: nothing in them was added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Text read by machine</source>
        <translation>Text read by machine</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copy all</translation>
    </message>
    <message>
        <source>Review (%1)</source>
        <translation>Review (%1)</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>Read now</translation>
    </message>
    <message>
        <source>Its text will be read soon.</source>
        <translation>Its text will be read soon.</translation>
    </message>
    <message>
        <source>No text was found on it.</source>
        <translation>No text was found on it.</translation>
    </message>
    <message>
        <source>Read by machine; what was found in it is decided.</source>
        <translation>Read by machine; what was found in it is decided.</translation>
    </message>
    <message>
        <source>Read by machine, not confirmed.</source>
        <translation>Read by machine, not confirmed.</translation>
    </message>
    <message>
        <source>Its text was not read yet.</source>
        <translation>Its text was not read yet.</translation>
    </message>
</context>
<context>
    <name>TheirsWords</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n are theirs</source>
        <translation>
            <numerusform>This one is theirs</numerusform>
            <numerusform>These %n are theirs</numerusform>
        </translation>
    </message>
    <message>
        <source>These are theirs</source>
        <translation>These are theirs</translation>
    </message>
    <message>
        <source>No confirmed entry is of %1. Check how it is written; a beginning that several numbers share ends with *.</source>
        <translation>No confirmed entry is of %1. Check how it is written; a beginning that several numbers share ends with *.</translation>
    </message>
    <message>
        <source>Where they name it: %1</source>
        <translation>Where they name it: %1</translation>
    </message>
    <message>
        <source>named by themselves</source>
        <translation>named by themselves</translation>
    </message>
    <message>
        <source>kept as their channel</source>
        <translation>kept as their channel</translation>
    </message>
    <message>
        <source>called or signed like them; not counted</source>
        <translation>called or signed like them; not counted</translation>
    </message>
    <message>
        <source>payments; called alike</source>
        <translation>payments; called alike</translation>
    </message>
</context>
<context>
    <name>TickList</name>
    <message>
        <source>Search names and numbers</source>
        <translation>Search names and numbers</translation>
    </message>
</context>
<context>
    <name>TimeTyping</name>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Empty: the time is not known. A day or a month alone is fine too.</source>
        <translation>Empty: the time is not known. A day or a month alone is fine too.</translation>
    </message>
    <message>
        <source>Now. If it was earlier, type when: 9:05, yesterday 9:05, 2025-02-22.</source>
        <translation>Now. If it was earlier, type when: 9:05, yesterday 9:05, 2025-02-22.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Time unknown</source>
        <translation>Time unknown</translation>
    </message>
    <message>
        <source>%1, day unknown</source>
        <translation>%1, day unknown</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Incoming call</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Outgoing call</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Missed call</translation>
    </message>
    <message>
        <source>Rejected call</source>
        <translation>Rejected call</translation>
    </message>
    <message>
        <source>Message received</source>
        <translation>Message received</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>Message sent</translation>
    </message>
    <message>
        <source>Money received</source>
        <translation>Money received</translation>
    </message>
    <message>
        <source>Money paid</source>
        <translation>Money paid</translation>
    </message>
    <message>
        <source>agent %1</source>
        <translation>agent %1</translation>
    </message>
    <message>
        <source>maybe a gap after exhibit %1</source>
        <translation>maybe a gap after exhibit %1</translation>
    </message>
    <message>
        <source>not joined to exhibit %1</source>
        <translation>not joined to exhibit %1</translation>
    </message>
    <message>
        <source>by %1, overdue</source>
        <translation>by %1, overdue</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>Exhibit %1</translation>
    </message>
    <message>
        <source>zone assumed</source>
        <translation>zone assumed</translation>
    </message>
    <message>
        <source>times disagree, please choose</source>
        <translation>times disagree, please choose</translation>
    </message>
    <message>
        <source>read by machine, not confirmed</source>
        <translation>read by machine, not confirmed</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>Promised: %1</translation>
    </message>
    <message>
        <source>goes on from exhibit %1</source>
        <translation>goes on from exhibit %1</translation>
    </message>
    <message>
        <source>looks like exhibit %1</source>
        <translation>looks like exhibit %1</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>not confirmed</translation>
    </message>
    <message>
        <source>A accepts it, X dismisses it</source>
        <translation>A accepts it, X dismisses it</translation>
    </message>
    <message>
        <source>same call as in exhibit %1</source>
        <translation>same call as in exhibit %1</translation>
    </message>
    <message>
        <source>same message as in exhibit %1</source>
        <translation>same message as in exhibit %1</translation>
    </message>
</context>
<context>
    <name>TimelineFilter</name>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>Agent ID</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>Other side</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>nobody named</translation>
    </message>
    <message>
        <source>no agent named</source>
        <translation>no agent named</translation>
    </message>
    <message>
        <source>exact time</source>
        <translation>exact time</translation>
    </message>
    <message>
        <source>read from the screen</source>
        <translation>read from the screen</translation>
    </message>
    <message>
        <source>file modification time only</source>
        <translation>file modification time only</translation>
    </message>
    <message>
        <source>day or month only</source>
        <translation>day or month only</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>time unknown</translation>
    </message>
    <message>
        <source>times disagree</source>
        <translation>times disagree</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>not confirmed</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Every entry has a time</source>
        <translation>Every entry has a time</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
</context>
<context>
    <name>TimesPanel</name>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Unknown. Type a time, a day or a month</source>
        <translation>Unknown. Type a time, a day or a month</translation>
    </message>
    <message>
        <source>Mark as unknown</source>
        <translation>Mark as unknown</translation>
    </message>
    <message>
        <source>State that the time is not known</source>
        <translation>State that the time is not known</translation>
    </message>
    <message>
        <source>The sources disagree. Which one is right?</source>
        <translation>The sources disagree. Which one is right?</translation>
    </message>
    <message>
        <source>What other sources say</source>
        <translation>What other sources say</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>From: %1</translation>
    </message>
    <message>
        <source>the same time</source>
        <translation>the same time</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) later</source>
        <translation>
            <numerusform>%n minute later</numerusform>
            <numerusform>%n minutes later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) earlier</source>
        <translation>
            <numerusform>%n minute earlier</numerusform>
            <numerusform>%n minutes earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) later</source>
        <translation>
            <numerusform>%n hour later</numerusform>
            <numerusform>%n hours later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) earlier</source>
        <translation>
            <numerusform>%n hour earlier</numerusform>
            <numerusform>%n hours earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n day later</numerusform>
            <numerusform>%n days later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>%n day earlier</numerusform>
            <numerusform>%n days earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayModel</name>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Dispute</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>Dispute: %1</source>
        <translation>Dispute: %1</translation>
    </message>
    <message>
        <source>Exhibit %1</source>
        <translation>Exhibit %1</translation>
    </message>
</context>
<context>
    <name>TrayRow</name>
    <message>
        <source>Type the time</source>
        <translation>Type the time</translation>
    </message>
    <message>
        <source>Time of %1</source>
        <translation>Time of %1</translation>
    </message>
    <message>
        <source>State this time; it can be undone</source>
        <translation>State this time; it can be undone</translation>
    </message>
    <message>
        <source>Nothing else tells when this was.</source>
        <translation>Nothing else tells when this was.</translation>
    </message>
</context>
<context>
    <name>UndatedTray</name>
    <message numerus="yes">
        <source>%n without a time</source>
        <translation>
            <numerusform>%n without a time</numerusform>
            <numerusform>%n without a time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more follow when these have their time</source>
        <translation>
            <numerusform>%n more follows when these have their time</numerusform>
            <numerusform>%n more follow when these have their time</numerusform>
        </translation>
    </message>
    <message>
        <source>its name lies between “%1” and “%2”</source>
        <translation>its name lies between “%1” and “%2”</translation>
    </message>
    <message>
        <source>its name follows “%1”</source>
        <translation>its name follows “%1”</translation>
    </message>
    <message>
        <source>its name precedes “%1”</source>
        <translation>its name precedes “%1”</translation>
    </message>
    <message>
        <source>added between exhibits %3 and %4</source>
        <translation>added between exhibits %3 and %4</translation>
    </message>
    <message>
        <source>added after exhibit %3</source>
        <translation>added after exhibit %3</translation>
    </message>
    <message>
        <source>added before exhibit %3</source>
        <translation>added before exhibit %3</translation>
    </message>
</context>
<context>
    <name>UnfinishedSheet</name>
    <message>
        <source>An import was not finished</source>
        <translation>An import was not finished</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Go on with it</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>The program ended while evidence was being added. What was saved is safe. Going on adds the rest; nothing is added twice.</source>
        <translation>The program ended while evidence was being added. What was saved is safe. Going on adds the rest; nothing is added twice.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VaultMenu</name>
    <message>
        <source>Open another vault…</source>
        <translation>Open another vault…</translation>
    </message>
    <message>
        <source>Show the vault&apos;s folder</source>
        <translation>Show the vault&apos;s folder</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Back up…</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Restore from a backup…</translation>
    </message>
    <message>
        <source>Verify every original</source>
        <translation>Verify every original</translation>
    </message>
    <message>
        <source>Check a dossier…</source>
        <translation>Check a dossier…</translation>
    </message>
    <message>
        <source>Erase this vault from this computer…</source>
        <translation>Erase this vault from this computer…</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Undo: %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Redo: %1</translation>
    </message>
</context>
<context>
    <name>VaultVerbs</name>
    <message>
        <source>Choose the vault&apos;s folder, or a place for a new vault</source>
        <translation>Choose the vault&apos;s folder, or a place for a new vault</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <source>Where shall the backup be? Choose an earlier one to add what is new</source>
        <translation>Where shall the backup be? Choose an earlier one to add what is new</translation>
    </message>
    <message>
        <source>Choose an empty folder for the restored vault</source>
        <translation>Choose an empty folder for the restored vault</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Restoring</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>Choose the backup</translation>
    </message>
    <message numerus="yes">
        <source>Backed up and checked: %n original(s)</source>
        <translation>
            <numerusform>Backed up and checked: %n original</numerusform>
            <numerusform>Backed up and checked: %n originals</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Show in folder</translation>
    </message>
    <message numerus="yes">
        <source>Restored and checked: %n original(s)</source>
        <translation>
            <numerusform>Restored and checked: %n original</numerusform>
            <numerusform>Restored and checked: %n originals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerificationSheet</name>
    <message>
        <source>Checked: %1</source>
        <translation>Checked: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Save the report…</translation>
    </message>
    <message>
        <source>Who vouches for it</source>
        <translation>Who vouches for it</translation>
    </message>
</context>
<context>
    <name>ViewRow</name>
    <message>
        <source>Rename %1</source>
        <translation>Rename %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Delete %1</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>Delete this view</translation>
    </message>
    <message>
        <source>Another view is called so</source>
        <translation>Another view is called so</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>It is protected by a password, so it cannot be shown here. It is kept exactly as it is.</source>
        <translation>It is protected by a password, so it cannot be shown here. It is kept exactly as it is.</translation>
    </message>
    <message>
        <source>It is damaged or incomplete, so it cannot be shown here. It is kept exactly as it is.</source>
        <translation>It is damaged or incomplete, so it cannot be shown here. It is kept exactly as it is.</translation>
    </message>
    <message>
        <source>It is too large to be shown here. It is kept exactly as it is.</source>
        <translation>It is too large to be shown here. It is kept exactly as it is.</translation>
    </message>
    <message>
        <source>It could not be read, so it cannot be shown here. It is kept exactly as it is.</source>
        <translation>It could not be read, so it cannot be shown here. It is kept exactly as it is.</translation>
    </message>
</context>
<context>
    <name>ViewsPanel</name>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>This view is kept already.</source>
        <translation>This view is kept already.</translation>
    </message>
    <message>
        <source>Filter or search first; what is shown then can be kept here under a name.</source>
        <translation>Filter or search first; what is shown then can be kept here under a name.</translation>
    </message>
    <message>
        <source>A name for what is shown now</source>
        <translation>A name for what is shown now</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Waveform: where in the recording</source>
        <translation>Waveform: where in the recording</translation>
    </message>
</context>
<context>
    <name>WayChoice</name>
    <message>
        <source>Key: %1</source>
        <translation>Key: %1</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Missed</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Incoming</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Outgoing</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>Money in</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>Money out</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Juzheng</source>
        <translation>Welcome to Juzheng</translation>
    </message>
    <message>
        <source>Where shall the evidence be kept?</source>
        <translation>Where shall the evidence be kept?</translation>
    </message>
    <message>
        <source>All of it lies in one folder, the vault. It can be moved and backed up at any time.</source>
        <translation>All of it lies in one folder, the vault. It can be moved and backed up at any time.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Look at a sample dispute first</source>
        <translation>Look at a sample dispute first</translation>
    </message>
    <message>
        <source>I have a backup to restore…</source>
        <translation>I have a backup to restore…</translation>
    </message>
    <message>
        <source>It turns screenshots, messages, calls and recordings into a timeline, and the timeline into a dossier that others can check. Originals are never changed, and never leave this computer.</source>
        <translation>It turns screenshots, messages, calls and recordings into a timeline, and the timeline into a dossier that others can check. Originals are never changed, and never leave this computer.</translation>
    </message>
</context>
<context>
    <name>WhoseNumbers</name>
    <message>
        <source>Which of these numbers are theirs?</source>
        <translation>Which of these numbers are theirs?</translation>
    </message>
    <message>
        <source>Nobody has said so yet. Until then, calls and messages count only under the institution&apos;s own name: those of family, banks and couriers must not be held against it. Tick all that are the other side&apos;s.</source>
        <translation>Nobody has said so yet. Until then, calls and messages count only under the institution&apos;s own name: those of family, banks and couriers must not be held against it. Tick all that are the other side&apos;s.</translation>
    </message>
    <message>
        <source>Ticked beforehand is who signs messages with the institution&apos;s name. Anybody can write such a signature: look before you confirm.</source>
        <translation>Ticked beforehand is who signs messages with the institution&apos;s name. Anybody can write such a signature: look before you confirm.</translation>
    </message>
    <message>
        <source>Are these theirs, too?</source>
        <translation>Are these theirs, too?</translation>
    </message>
    <message>
        <source>Their own messages or pages name them, you keep them as a channel of theirs, or they are called or sign like them. Impostors do, too, and names are alike by chance: look before you confirm. Only then do calls, messages and payments with them count.</source>
        <translation>Their own messages or pages name them, you keep them as a channel of theirs, or they are called or sign like them. Impostors do, too, and names are alike by chance: look before you confirm. Only then do calls, messages and payments with them count.</translation>
    </message>
    <message>
        <source>None of these is theirs</source>
        <translation>None of these is theirs</translation>
    </message>
    <message>
        <source>You will be asked again only about numbers that are new.</source>
        <translation>You will be asked again only about numbers that are new.</translation>
    </message>
</context>
<context>
    <name>WitnessSettings</name>
    <message>
        <source>Time witnesses</source>
        <translation>Time witnesses</translation>
    </message>
    <message>
        <source>Have the time witnessed</source>
        <translation>Have the time witnessed</translation>
    </message>
    <message>
        <source>Add an authority…</source>
        <translation>Add an authority…</translation>
    </message>
    <message>
        <source>First witness</source>
        <translation>First witness</translation>
    </message>
    <message>
        <source>Second witness</source>
        <translation>Second witness</translation>
    </message>
    <message>
        <source>Remove this authority</source>
        <translation>Remove this authority</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>Operator: %1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Address: %1</translation>
    </message>
    <message>
        <source>Policy: %1</source>
        <translation>Policy: %1</translation>
    </message>
    <message>
        <source>Fingerprint of its root (SHA-256): %1</source>
        <translation>Fingerprint of its root (SHA-256): %1</translation>
    </message>
</context>
<context>
    <name>Witnessing</name>
    <message>
        <source>Having the time witnessed</source>
        <translation>Having the time witnessed</translation>
    </message>
    <message>
        <source>witnessed by %1</source>
        <translation>witnessed by %1</translation>
    </message>
    <message>
        <source>the answers did not hold, will be tried again</source>
        <translation>the answers did not hold, will be tried again</translation>
    </message>
    <message>
        <source>offline, will be tried again</source>
        <translation>offline, will be tried again</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message numerus="yes">
        <source>%n removed; in the removed items until the tray is emptied</source>
        <translation>
            <numerusform>%n removed; it can be put back from the removed items</numerusform>
            <numerusform>%n removed; they can be put back from the removed items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing %n entries</source>
        <translation>
            <numerusform>Changing %n entry</numerusform>
            <numerusform>Changing %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>New entry: %1</source>
        <translation>New entry: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Removed: %1</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>Put back: %1</translation>
    </message>
    <message>
        <source>Order of entries</source>
        <translation>Order of entries</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>Accepted: %1</translation>
    </message>
    <message>
        <source>Dismissed: %1</source>
        <translation>Dismissed: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field&apos;s name, and what it belongs to</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the dispute</source>
        <translation>the dispute</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that were read</source>
        <translation>
            <numerusform>%n thing that was read</numerusform>
            <numerusform>%n things that were read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exhibit(s)</source>
        <translation>
            <numerusform>%n exhibit</numerusform>
            <numerusform>%n exhibits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>exhibit %1</source>
        <translation>exhibit %1</translation>
    </message>
    <message>
        <source>an entry (%1)</source>
        <translation>an entry (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n read</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%n read</numerusform>
            <numerusform>%n read</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read: %1. They are kept as they are: read them again, or type what they say.</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%n could not be read: %1. It is kept as it is: read it again, or type what it says.</numerusform>
            <numerusform>%n could not be read: %1. They are kept as they are: read them again, or type what they say.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Overlaps exhibit %1; entries on both: %2.</source>
        <translation>Overlaps exhibit %1; entries on both: %2.</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes before it, although the conversation goes on within the hour: something may be missing.</source>
        <translation>Nothing joins it to exhibit %1, which comes before it, although the conversation goes on within the hour: something may be missing.</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes after it, although the conversation goes on within the hour: something may be missing.</source>
        <translation>Nothing joins it to exhibit %1, which comes after it, although the conversation goes on within the hour: something may be missing.</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes before it; whether anything was said in between is not shown.</source>
        <translation>Nothing joins it to exhibit %1, which comes before it; whether anything was said in between is not shown.</translation>
    </message>
    <message>
        <source>Nothing joins it to exhibit %1, which comes after it; whether anything was said in between is not shown.</source>
        <translation>Nothing joins it to exhibit %1, which comes after it; whether anything was said in between is not shown.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found in imported messages</source>
        <translation>
            <numerusform>%n thing found in imported messages</numerusform>
            <numerusform>%n things found in imported messages</numerusform>
        </translation>
    </message>
</context>
</TS>
