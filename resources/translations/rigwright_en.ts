<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CompareChoices</name>
    <message numerus="yes">
        <source>as it is now · %n parts</source>
        <translation>
            <numerusform>as it is now · %n part</numerusform>
            <numerusform>as it is now · %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>saved %1 · %n parts</source>
        <translation>
            <numerusform>saved %1 · %n part</numerusform>
            <numerusform>saved %1 · %n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ui::MainWindow</name>
    <message numerus="yes">
        <source>Rigwright ended before they were saved. %n other builds are saved as “… (recovered)”.</source>
        <translation>
            <numerusform>Rigwright ended before they were saved. %n other build is saved as “… (recovered)”.</numerusform>
            <numerusform>Rigwright ended before they were saved. %n other builds are saved as “… (recovered)”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts differ from the catalogue: the catalogue's values are used.</source>
        <translation>
            <numerusform>%n part differs from the catalogue: the catalogue's values are used.</numerusform>
            <numerusform>%n parts differ from the catalogue: the catalogue's values are used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ui::StatusLine</name>
    <message numerus="yes">
        <source>Saved %n min ago</source>
        <translation>
            <numerusform>Saved %n min ago</numerusform>
            <numerusform>Saved %n min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactSheet</name>
    <message numerus="yes">
        <source>%Ln sources disagree</source>
        <translation>
            <numerusform>%Ln source disagrees</numerusform>
            <numerusform>%Ln sources disagree</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ui::ImportDialog</name>
    <message numerus="yes">
        <source>Import %Ln rows</source>
        <translation>
            <numerusform>Import %Ln row</numerusform>
            <numerusform>Import %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems in the file</source>
        <translation>
            <numerusform>%Ln problem in the file</numerusform>
            <numerusform>%Ln problems in the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ui::ImportModel</name>
    <message numerus="yes">
        <source>%1 · %Ln values</source>
        <translation>
            <numerusform>%1 · %Ln value</numerusform>
            <numerusform>%1 · %Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ui::MeasurementList</name>
    <message numerus="yes">
        <source>%Ln published measurements</source>
        <translation>
            <numerusform>%Ln published measurement</numerusform>
            <numerusform>%Ln published measurements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln used for estimates</source>
        <translation>
            <numerusform>%Ln used for estimates</numerusform>
            <numerusform>%Ln used for estimates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ui::RowEditor</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ui::Chip</name>
    <message numerus="yes">
        <source>%1, %n row(s)</source>
        <translation>
            <numerusform>%1, %n row</numerusform>
            <numerusform>%1, %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rigwright::ui::CatalogPanel</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n found</source>
        <translation>
            <numerusform>more than %n found</numerusform>
            <numerusform>more than %n found</numerusform>
        </translation>
    </message>
</context>
</TS>
