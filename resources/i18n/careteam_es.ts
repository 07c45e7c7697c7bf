<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>SegmentedControl</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
