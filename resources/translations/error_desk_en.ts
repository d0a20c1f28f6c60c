<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n catalogues</source>
        <translation>
            <numerusform>%n catalogue</numerusform>
            <numerusform>%n catalogues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same texts stand under %n other codes</source>
        <translation>
            <numerusform>The same texts stand under %n other code</numerusform>
            <numerusform>The same texts stand under %n other codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secrets hidden</source>
        <translation>
            <numerusform>%n secret hidden</numerusform>
            <numerusform>%n secrets hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secrets shown after all</source>
        <translation>
            <numerusform>%n secret shown after all</numerusform>
            <numerusform>%n secrets shown after all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request ids copied</source>
        <translation>
            <numerusform>%n request id copied</numerusform>
            <numerusform>%n request ids copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors read</source>
        <translation>
            <numerusform>%n error read</numerusform>
            <numerusform>%n errors read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
</TS>
