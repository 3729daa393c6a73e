<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>AddToBuild</name>
    <message>
        <source>This build has no place for it. Add a case and a board that take it, or start from a template.</source>
        <translation>Dieser Rechner hat keinen Platz dafür. Wählen Sie ein passendes Gehäuse und Mainboard oder beginnen Sie mit einer Vorlage.</translation>
    </message>
</context>
<context>
    <name>CardFacts</name>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>%1 slot</source>
        <translation>%1 Slots</translation>
    </message>
    <message>
        <source>module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>chip</source>
        <translation>Chip</translation>
    </message>
    <message>
        <source>passive</source>
        <translation>passiv</translation>
    </message>
    <message>
        <source>blower</source>
        <translation>Radial</translation>
    </message>
    <message>
        <source>TDP</source>
        <translation>TDP</translation>
    </message>
    <message>
        <source>ECC</source>
        <translation>ECC</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>VRAM</translation>
    </message>
    <message>
        <source>GB/s</source>
        <translation>GB/s</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>unified</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>params</source>
        <translation>Param.</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>dicht</translation>
    </message>
    <message>
        <source>context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>× x16</source>
        <translation>× x16</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>Sockel</translation>
    </message>
    <message>
        <source>DIMMs</source>
        <translation>DIMMs</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>lanes</source>
        <translation>Lanes</translation>
    </message>
    <message>
        <source>PCIe lanes</source>
        <translation>PCIe-Lanes</translation>
    </message>
    <message>
        <source>on 240 V</source>
        <translation>an 240 V</translation>
    </message>
    <message>
        <source>rated</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>80 PLUS</source>
        <translation>80 PLUS</translation>
    </message>
    <message>
        <source>8-pin</source>
        <translation>8-polig</translation>
    </message>
    <message>
        <source>16-pin</source>
        <translation>16-polig</translation>
    </message>
    <message>
        <source>slots</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>for GPUs</source>
        <translation>für GPUs</translation>
    </message>
    <message>
        <source>PSU bays</source>
        <translation>Netzteile</translation>
    </message>
    <message>
        <source>fans</source>
        <translation>Lüfter</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>MT/s</source>
        <translation>MT/s</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>GB/s read</source>
        <translation>GB/s lesen</translation>
    </message>
    <message>
        <source>power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>interface</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>slots apart</source>
        <translation>Slots Abstand</translation>
    </message>
    <message>
        <source>GPU kinds</source>
        <translation>GPU-Typen</translation>
    </message>
    <message>
        <source>CFM each</source>
        <translation>CFM je Stück</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>&quot;%1&quot; is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has the wrong type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not written like &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a low price</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogEntry</name>
    <message>
        <source>Checked against the vendor&apos;s sheet</source>
        <translation>Mit dem Datenblatt des Herstellers verglichen</translation>
    </message>
    <message>
        <source>Cross-checked with a second source</source>
        <translation>Mit einer zweiten Quelle verglichen</translation>
    </message>
    <message>
        <source>From one source</source>
        <translation>Aus einer Quelle</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Price %1, seen %2: %3</source>
        <translation>Preis %1, gesehen %2: %3</translation>
    </message>
    <message>
        <source>No price known</source>
        <translation>Kein Preis bekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Announced or rumoured, not released.</source>
        <translation>Angekündigt oder vermutet, nicht erschienen.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No GPU in the build yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 of %3 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory in use: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (GiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache (GiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute (GiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overhead (GiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free (GiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory (GiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model to show: add one to the workload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 tok/s with an empty context, %3 tok/s at %4; memory ends at %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context (tokens)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed (tok/s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low (tok/s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High (tok/s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits</source>
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
        <source>Circuit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the wall: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 carries %2 of %3 W.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State or circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUs (W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest (W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply loss (W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall (W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other loads (W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit (W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2, %3/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build costs %1 now and %2 after %3 months with its energy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cloud price of this GPU is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rented: %1, %2 after %3 months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even after %1 months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At this use the build never pays off against renting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chassis</name>
    <message>
        <source>Cage </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU position </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MCIO </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSU bay %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between these cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareChoices</name>
    <message>
        <source>Open build</source>
        <translation>Offener Rechner</translation>
    </message>
    <message numerus="yes">
        <source>as it is now · %n parts</source>
        <translation>
            <numerusform>wie er jetzt ist · %n Teil</numerusform>
            <numerusform>wie er jetzt ist · %n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved builds</source>
        <translation>Gespeicherte Rechner</translation>
    </message>
    <message numerus="yes">
        <source>saved %1 · %n parts</source>
        <translation>
            <numerusform>gespeichert %1 · %n Teil</numerusform>
            <numerusform>gespeichert %1 · %n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
</context>
<context>
    <name>Compatibility</name>
    <message>
        <source>no link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source> (%1 GiB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 GB/s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 TFLOP/s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 in four of five cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>≥ 24 GB</source>
        <translation>≥ 24 GB</translation>
    </message>
    <message>
        <source>≥ 48 GB</source>
        <translation>≥ 48 GB</translation>
    </message>
    <message>
        <source>NVLink</source>
        <translation>NVLink</translation>
    </message>
    <message>
        <source>≤ 2 slots</source>
        <translation>≤ 2 Slots</translation>
    </message>
    <message>
        <source>ECC</source>
        <translation>ECC</translation>
    </message>
    <message>
        <source>≤ 10B</source>
        <translation>≤ 10 Mrd.</translation>
    </message>
    <message>
        <source>10–40B</source>
        <translation>10–40 Mrd.</translation>
    </message>
    <message>
        <source>&gt; 40B</source>
        <translation>&gt; 40 Mrd.</translation>
    </message>
    <message>
        <source>MoE</source>
        <translation>MoE</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>≥ 128K</source>
        <translation>≥ 128K</translation>
    </message>
    <message>
        <source>Unified memory</source>
        <translation>Gemeinsamer Speicher</translation>
    </message>
    <message>
        <source>Whole machines</source>
        <translation>Fertige Rechner</translation>
    </message>
    <message>
        <source>≥ 4 × x16</source>
        <translation>≥ 4 × x16</translation>
    </message>
    <message>
        <source>RDIMM</source>
        <translation>RDIMM</translation>
    </message>
    <message>
        <source>≥ 64 lanes</source>
        <translation>≥ 64 Lanes</translation>
    </message>
    <message>
        <source>≥ 8 channels</source>
        <translation>≥ 8 Kanäle</translation>
    </message>
    <message>
        <source>PCIe 5</source>
        <translation>PCIe 5</translation>
    </message>
    <message>
        <source>≥ 1200 W</source>
        <translation>≥ 1200 W</translation>
    </message>
    <message>
        <source>≥ 1600 W</source>
        <translation>≥ 1600 W</translation>
    </message>
    <message>
        <source>≥ 2 × 16-pin</source>
        <translation>≥ 2 × 16-polig</translation>
    </message>
    <message>
        <source>Towers</source>
        <translation>Tower</translation>
    </message>
    <message>
        <source>Rack</source>
        <translation>Rack</translation>
    </message>
    <message>
        <source>Open frames</source>
        <translation>Offene Rahmen</translation>
    </message>
    <message>
        <source>2 PSUs</source>
        <translation>2 Netzteile</translation>
    </message>
    <message>
        <source>≥ 128 GB</source>
        <translation>≥ 128 GB</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Laufwerke</translation>
    </message>
    <message>
        <source>NVLink bridges</source>
        <translation>NVLink-Brücken</translation>
    </message>
    <message>
        <source>Fans</source>
        <translation>Lüfter</translation>
    </message>
    <message>
        <source>Extras</source>
        <translation>Zubehör</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Boards</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPUs</translation>
    </message>
    <message>
        <source>PSUs</source>
        <translation>Netzteile</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Gehäuse</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>best match</source>
        <translation>beste Treffer</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>$/GB/s</source>
        <translation>$/GB/s</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>GB/s</source>
        <translation>GB/s</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>neueste</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>watts</source>
        <translation>Watt</translation>
    </message>
    <message>
        <source>$/W</source>
        <translation>$/W</translation>
    </message>
    <message>
        <source>$/GB</source>
        <translation>$/GB</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>GPU memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one GPU has more to hold than it has memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by models, of what the drivers report as usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSU %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 with everything at its limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit %1 · %2 A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of the rig and %3 of other loads, of %4 continuous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCIe lanes</source>
        <translation>PCIe-Lanes</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes that the GPUs use, of the CPU&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of the parts for every token per second of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meter is full at 12,000 BTU/h, one ton of cooling: a large portable air conditioner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Air flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What carries the heat away with 10 °C warmer air at the exhaust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>%1 + %2 unpriced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines of the parts list have no known price.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaunchCommand</name>
    <message>
        <source>Needs a checkpoint that was quantized this way; put its folder or repository in the first place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line keeps running; type the others in a second terminal.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Memory</name>
    <message>
        <source>%1 cannot keep weights in system RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The build has no system memory to run the model in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not run on a CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not do tensor parallelism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses a quantized KV cache with tensor parallelism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor parallel over %1: the %2 attention heads of %3 do not divide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor parallel over %1: the %2 KV heads of %3 do not divide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The split needs %1 GPUs; the deployment may use %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not split matrices by rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>Sie gehen verloren, wenn Sie sie nicht speichern.</translation>
    </message>
</context>
<context>
    <name>Power</name>
    <message>
        <source>Built-in supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RigFile</name>
    <message>
        <source>%1 must be an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished">%1: %2. {1:?}</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too long or contains control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.id is missing or too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be an array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 entries, more than the %3 allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 in the catalogue and %3 in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>catalog must be an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contains control characters or invalid Unicode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 entries, more than the %2 allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1, outside %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation type="unfinished">%1 %2.</translation>
    </message>
    <message>
        <source>is %1; it can be %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB; no build is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is nested too deeply at byte %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged or cut off at byte %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Rigwright build: the document is not an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>build.items[%1].id: two items have the number %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>build.next_item: item %1 is in use already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the build has no fitting item %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.circuit: the site has no circuit %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Rigwright build: it has no &quot;format&quot; number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build was saved by a newer Rigwright (format %1; this one reads up to %2). Update Rigwright to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>build is missing or not an object.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Site</name>
    <message>
        <source>%1 · %2 V %3 A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 %3/kWh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SiteSummary</name>
    <message>
        <source>%1/kWh</source>
        <translation>%1/kWh</translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message>
        <source>Sum of the priced parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motherboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>Power supplies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drives, fans, bridges, extras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy = wall power x hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall power while busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy hours per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall power while waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting hours per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days in a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a kilowatt hour, in the tariff&apos;s currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of that currency in a dollar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy of a month at the site&apos;s price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts and three years of energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electricity for a million generated tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall power while writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per second of all requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All power from the wall ends as heat in the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BTU per hour in a watt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall power with everything at its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Air that leaves this many degrees warmer carries the heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Air needed per watt and degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rise of the air&apos;s temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound powers add: L = 10 log10 of the sum of 10^(Li/10), at 1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound of the GPU coolers, relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound of the case fans, relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound of the whole machine, relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DC power is the sum of the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motherboard or machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory modules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Laufwerke</translation>
    </message>
    <message>
        <source>Fans</source>
        <translation>Lüfter</translation>
    </message>
    <message>
        <source>Pump, USB, extras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplies lose L(x) = a + b x + c x² of their rating at load x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DC power of all parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss in the power supplies at this load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time mix of a busy hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of busy time spent reading prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall power while reading prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median of published measurements of this combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory roofline: every token reads the weights and the cache once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time to read the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time to read the KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic beyond the reading time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>launches and synchronization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exchange between devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part in system RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights read per step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>achieved share of the bandwidth on weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache read per step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>achieved share of the bandwidth on the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All requests advance together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed of one request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute roofline: matrices and attention over the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic at the achieved share of peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt is read, then one token is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum over all GPUs and deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model weights on the GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache of all requests at full context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation and scratch buffers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>driver context and libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DC load at sizing power over the supply&apos;s rating at the circuit&apos;s voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what this supply feeds, everything at its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what this supply gives at that voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall power at sizing power over the circuit&apos;s voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wall power of the supplies on this circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other loads on this circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltage (times the root of 3 where three-phase)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electrical lanes of the slots that hold GPUs over the CPU&apos;s lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lanes of the occupied slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lanes of the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of the parts over the decode speed of the first model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price of the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decode speed of one request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>%1 context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 tok/s · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ would fit: %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▼ would no longer fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue does not know this model, quantization or engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not fit: %1 of memory missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per request, %2; first token after %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory is tight: %1 free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model to the workload to see how fast it runs here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No GPU yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot run like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not fit: %1 missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest context that fits is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not even the shortest context fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 tok/s · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode speed of one request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The catalogue could not be opened.</source>
        <translation>Der Katalog konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Your saved builds could not be opened.</source>
        <translation>Ihre gespeicherten Rechner konnten nicht geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webseite (HTML)</translation>
    </message>
    <message>
        <source>Parts list as CSV</source>
        <translation>Teileliste als CSV</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Results as JSON</source>
        <translation>Ergebnisse als JSON</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Einfacher Text</translation>
    </message>
    <message>
        <source>&amp;New Build</source>
        <translation>&amp;Neuer Rechner</translation>
    </message>
    <message>
        <source>&amp;Open Saved…</source>
        <translation>Gespeicherten ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;File…</source>
        <translation>&amp;Datei öffnen …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save as F&amp;ile (.rig)…</source>
        <translation>Als Da&amp;tei speichern (.rig) …</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>&amp;Vergleichen …</translation>
    </message>
    <message>
        <source>Fine-&amp;tuning…</source>
        <translation>Fein&amp;abstimmung …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Remove Part</source>
        <translation>Teil &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Duplicate Part</source>
        <translation>Teil &amp;duplizieren</translation>
    </message>
    <message>
        <source>Set &amp;Power Limit…</source>
        <translation>&amp;Leistungsgrenze setzen …</translation>
    </message>
    <message>
        <source>&amp;Site and Power…</source>
        <translation>&amp;Standort und Strom …</translation>
    </message>
    <message>
        <source>&amp;Find in Catalogue</source>
        <translation>Im Katalog &amp;suchen</translation>
    </message>
    <message>
        <source>Add &amp;Model…</source>
        <translation>&amp;Modell hinzufügen …</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Fit Chassis</source>
        <translation>Gehäuse &amp;einpassen</translation>
    </message>
    <message>
        <source>&amp;Reset Panels</source>
        <translation>Bereiche &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;About Rigwright</source>
        <translation>Über &amp;Rigwright</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>New from &amp;Template</source>
        <translation>Neu aus &amp;Vorlage</translation>
    </message>
    <message>
        <source>&amp;Recent Files</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Catalogue</source>
        <translation>&amp;Katalog</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Workload</name>
    <message>
        <source>%1: %2 bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, perplexity +%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experts in RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PP %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers over the GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor parallel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipeline parallel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experts in system RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GPUs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright</name>
    <message>
        <source>GPU positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slots</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>Open bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1-slot spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model runs on either side: the workload of %1 is empty. Same site on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same workload and site on both sides, those of %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no · cannot run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes · %1 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no · %1 short (fits at %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no · %1 short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits at %1 context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode speed, per request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 requests together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to first token, %1 prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefill speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest context that fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most requests that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth per GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest link between GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest model at Q4_K_M, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall power, active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall power, idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall power, everything at its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power supplies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuits, of the continuous limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Air flow for +10 °C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise at 1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power and heat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Parts, high end of the prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power, monthly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three years, parts and power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power per million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts per tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all new or not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 parts used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lead time %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition, lead time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::findings</name>
    <message>
        <source>PSU %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>No power supply: the parts need %1 of DC power at their limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs 200 to 240 V; %1 has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1 it gives %2 of its %3: check its label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at the parts&apos; limits, %2 of its %3: it shuts down under full load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at the parts&apos; limits, %2 of its %3: above 80 % it runs hot, loud and with little room for peaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its cards need %1 16-pin and %2 8-pin plugs; it has %3 and %4, and adapters for the rest would need %5 8-pin leads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its cards need %1 8-pin plugs, it has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 cards need an adapter from %3 8-pin leads each to 16-pin: use one separate lead per plug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peaks of %1 ms can reach %2; %3. It may switch off when all cards start at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it must bear %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a unit from before ATX 3 trips near %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cards can draw %2 through their slots, the 24-pin plug carries about %3: connect the board&apos;s extra PCIe power plug or use powered risers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power supplies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 supplies must start together: join their PS_ON lines (an add-2-PSU board) and never put one card on two of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> with the other loads&apos; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 is %3 on a %4 breaker: it trips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 is %3 of the %4 that this circuit may carry for three hours and more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 is %3 of its continuous %4: allowed, but close. A stronger circuit or a second one leaves room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electrical panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at 240 V, %2 of a 100 A service: have the load calculation checked before adding it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its power draw is not in the catalogue: circuit, heat and cost are not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No electricity price is set: the energy shows no cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No motherboard: nothing can be plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No CPU: the machine does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No system memory: the machine does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drive: models need a place to be loaded from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case: lengths and bays are not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 modules on %2 channels: %3 of memory bandwidth instead of %4. That slows every layer that does not fit on the GPUs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 (%2 per direction): tensor parallel exchanges data in every layer and waits for it. Use a wider slot or layer split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 (%2 per direction): loading and prompts take longer; layer split hardly slows down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCIe lanes</source>
        <translation>PCIe-Lanes</translation>
    </message>
    <message>
        <source>The cards use %1 lanes, the CPU has %2: some hang behind the chipset or a switch and share its link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVLink joins pairs only, at %1 per direction; traffic between pairs goes over PCIe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>Cards of different makers: only llama.cpp with its Vulkan backend runs one model over all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be there: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 draws its air through a gap of one slot or less above %2: open-air coolers need a free slot, or the card runs 10 to 20 °C hotter and throttles. Use blower cards, risers or a power cap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive cooler: about %1 must be forced through each card at high pressure. Case fans do not do that; use a blower and shroud per card, or a server chassis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case airflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fans move about %1 in the case, %2 are needed to stay within 10 °C of the room: at full load the air leaves %3 °C warmer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at full load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a closed room needs an air conditioner of its own, or the rig another room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a closed room needs an exhaust fan (%2) or air conditioning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its GPU clearance is not in the catalogue: measure before you buy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order of its slots is assumed, not read in the manual: check that the cards fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sold with %1, but none is placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place its %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::findings::Subject</name>
    <message>
        <source>an unknown voltage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::fixes</name>
    <message>
        <source>Cap %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cap the GPUs at %1 of their limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move PSU %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::placement</name>
    <message>
        <source>%1 slots wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a module: it needs its carrier board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a socket for modules, %2 is a PCIe card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cage positions take %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is covered by %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 slots for risers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PCIe lanes left: the CPU has %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not sold with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 for a x%2 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passive cooler: it needs a server&apos;s airflow or a blower and shroud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A graphics card goes into an expansion slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no expansion slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place a motherboard first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 positions here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, clearance %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bridge joins two cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bridge needs two cards side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bridge joins graphics cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no NVLink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is joined already: NVLink joins pairs only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVLink joins two cards of the same model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both cards must be in a slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mount these two cards %1 slots apart for this bridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bridge spans %1 slots, the cards are %2 apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part stays beside the chassis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 board: check the case&apos;s standoffs and board depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 board, case takes up to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CPU goes into a CPU socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The socket is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 sockets are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The socket holds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket %1, CPU is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sockets need the same CPU; the other is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A motherboard goes into the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a board already: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case holds the build, it is not put into it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a case already: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole machine takes the place of case and board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole machine needs an empty build; remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory goes into the board&apos;s memory slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, board takes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be mixed with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That memory bank is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 modules, %2 slots free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all, board takes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kits of different speed: all run at the slowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A power supply goes into a PSU bay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place a case first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PSU bay is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 PSU bays are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bay holds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 long, bay takes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drive goes into an M.2 slot or a drive tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 drive places are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place holds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVMe drive, this is a SATA tray (the board has %1 M.2 slots)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 drive, this is an M.2 slot for NVMe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fan goes on a fan mount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fans, the case has %2 mounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That fan mount is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not in the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::report</name>
    <message>
        <source>Electricity at %1 %2 per kWh (own price).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No electricity price is set; energy costs nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electricity at %1 %2 per kWh: %3, %4 (%5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 V, %3 A breaker, %4 of it for continuous loads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No circuit of this site is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuits: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power limits below stock: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts from the catalogue of %1. Prices are what was seen on the date beside them, before tax and shipping; the typical price is the middle of the range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices in US dollars are converted at %1 %2 per dollar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speeds are estimates with an 80 % band, at the full context and the number of requests shown; &quot;measured&quot; means that this very combination was published, &quot;calibrated&quot; that the model was fitted on measurements of this family, &quot;generic&quot; that general constants were used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GB is 10⁹ bytes, GiB is 2³⁰ bytes; memory is what the driver reports, not the figure on the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use: %1 h active and %2 h idle a day; %3 of the active time is prefill, the rest decoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplies, circuits, heat and air flow are judged with everything at its limit; ambient %1 °C.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU memory, %1 devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall power, active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>%1 a month for power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts list and evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No parts yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Power and circuits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat, air and noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: no rule objects to this build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison of two builds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference, B − A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The better side of a row is marked. A row whose sides read the same has no better side; differences are B less A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits, %1 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit, %1 short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without 1 line that has no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without %1 lines that have no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total, typical prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total, high end of the price ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed per request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute buffers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board, memory, drives, fans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DC load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU leads, used of present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8-pin</source>
        <translation>8-polig</translation>
    </message>
    <message>
        <source>16-pin</source>
        <translation>16-polig</translation>
    </message>
    <message>
        <source>Circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other loads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuous limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breaker %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat, air, noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat to remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything at its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Air flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for air that leaves 10 °C warmer than it enters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at 1 m, under load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h active and %2 h idle a day, 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy cost per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parts and 36 months of energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energy of the first model&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against %1 at %2 an hour (%3, %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even with the cloud</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui</name>
    <message>
        <source>%1 does not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs out at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>efficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cheap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::AboutDialog</name>
    <message>
        <source>About %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Plans machines that run large language models locally.
Catalogue %1 · Qt %2 · Licence: GPL-3.0-or-later, without any warranty.</source>
        <translation>Plant Rechner, die große Sprachmodelle lokal ausführen.
Katalog %1 · Qt %2 · Lizenz: GPL-3.0-or-later, ohne jede Gewähr.</translation>
    </message>
    <message>
        <source>Credits and licences</source>
        <translation>Quellen und Lizenzen</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::BuildSession</name>
    <message>
        <source>Circuit 1</source>
        <translation>Stromkreis 1</translation>
    </message>
    <message>
        <source>New build</source>
        <translation>Neuer Rechner</translation>
    </message>
    <message>
        <source>No build was open before.</source>
        <translation>Bisher war kein Rechner geöffnet.</translation>
    </message>
    <message>
        <source>%1 (recovered)</source>
        <translation>%1 (wiederhergestellt)</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>Umbenennen in %1</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::CatalogModel</name>
    <message>
        <source>Not released: its size is not known.</source>
        <translation>Nicht erschienen: Größe unbekannt.</translation>
    </message>
    <message>
        <source>Cannot be used here: %1</source>
        <translation>Hier nicht verwendbar: %1</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::CatalogPanel</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n found</source>
        <translation>
            <numerusform>mehr als %n gefunden</numerusform>
            <numerusform>mehr als %n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
    <message>
        <source>Add to favourites</source>
        <translation>Zu den Favoriten</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Aus den Favoriten nehmen</translation>
    </message>
    <message>
        <source>Add a price…</source>
        <translation>Preis eintragen…</translation>
    </message>
    <message>
        <source>Own part from this…</source>
        <translation>Eigenes Teil hieraus…</translation>
    </message>
    <message>
        <source>New own part…</source>
        <translation>Neues eigenes Teil…</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>CSV einlesen…</translation>
    </message>
    <message>
        <source>Search %1 parts and models…</source>
        <translation>%1 Teile und Modelle durchsuchen …</translation>
    </message>
    <message>
        <source>Search the catalogue</source>
        <translation>Katalog durchsuchen</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Fits here</source>
        <translation>Passt hier</translation>
    </message>
    <message>
        <source>Only what the open build has a place for</source>
        <translation>Nur, wofür dieser Rechner Platz hat</translation>
    </message>
    <message>
        <source>sort: %1 ▾</source>
        <translation>nach: %1 ▾</translation>
    </message>
    <message>
        <source>Nothing here has all of these properties. Take one of the filters off.</source>
        <translation>Nichts hat alle diese Eigenschaften. Nehmen Sie einen Filter weg.</translation>
    </message>
    <message>
        <source>Nothing called “%1”. Try fewer letters, or take a filter off.</source>
        <translation>Nichts mit „%1“. Versuchen Sie weniger Buchstaben oder einen Filter weniger.</translation>
    </message>
    <message>
        <source>Not among %1; found elsewhere:</source>
        <translation>Nicht unter %1; anderswo gefunden:</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>Added %1. %2</source>
        <translation>%1 hinzugefügt. %2</translation>
    </message>
    <message>
        <source>Place in the best slot</source>
        <translation>Am besten Platz einbauen</translation>
    </message>
    <message>
        <source>Add to the workload</source>
        <translation>Zur Last hinzufügen</translation>
    </message>
    <message>
        <source>New build with this machine</source>
        <translation>Neuer Plan mit diesem Rechner</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::CatalogPages</name>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Einzelheiten…</translation>
    </message>
    <message>
        <source>&amp;New Own Part</source>
        <translation>&amp;Neues eigenes Teil</translation>
    </message>
    <message>
        <source>&amp;Import CSV…</source>
        <translation>CSV &amp;einlesen…</translation>
    </message>
    <message>
        <source>Import &amp;Model…</source>
        <translation>&amp;Modell einlesen…</translation>
    </message>
    <message>
        <source>&amp;Export My Own Parts…</source>
        <translation>Eigene Teile e&amp;xportieren…</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::ChartCard</name>
    <message>
        <source>%1 · with this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::ChartsPanel</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::ChassisView</name>
    <message>
        <source>Given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place takes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part belongs to the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in hand. Arrow keys choose the place, Enter puts it down, Escape gives up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chassis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop here to remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::CircuitRow</name>
    <message>
        <source>Remove this circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of circuit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, such as Garage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of circuit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> W other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other loads on circuit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change other loads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over the continuous limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the continuous limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::CompareWindow</name>
    <message>
        <source>1 part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only &amp;differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed vs context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total cost over 36 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed · memory · quiet · efficient · cheap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare builds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload on both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload of A: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload of B: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload of the open build: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick two builds above: saved ones, the open one, or templates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no two builds to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html);;Markdown (*.md);;Text (*.txt);;Spreadsheet (*.csv);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::ComparisonHeader</name>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B − A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::ComparisonModel</name>
    <message>
        <source>%1, better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::ComparisonView</name>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::CostChart</name>
    <message>
        <source>Cost over 36 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12</source>
        <translation type="unfinished">10–40 Mrd. {12?}</translation>
    </message>
    <message>
        <source>24</source>
        <translation type="unfinished">10–40 Mrd. {24?}</translation>
    </message>
    <message>
        <source>this build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cloud price of this GPU is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renting stays cheaper at this use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even in month %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>break-even: month %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, rented %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>36</source>
        <translation type="unfinished">10–40 Mrd. {36?}</translation>
    </message>
    <message>
        <source>%1K</source>
        <translation type="unfinished">%1K</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::DeploymentRow</name>
    <message>
        <source>Duplicate this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context length in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context of each request, in tokens: &quot;32K&quot; or &quot;40000&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine, placement, KV cache and GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change quantization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2: weights %3, KV cache %4, buffers %5, overhead %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>%1 ctx</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::DockTitle</name>
    <message>
        <source>Take %1 out of the window, or put it back</source>
        <translation>%1 aus dem Fenster lösen oder zurücksetzen</translation>
    </message>
    <message>
        <source>Close %1 (View brings it back)</source>
        <translation>%1 schließen (über Ansicht zurückholen)</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::EmptyChassis</name>
    <message>
        <source>Drag a case or a whole system here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chassis decides what fits: slots, lengths, power supplies and airflow. Or start from a template that already works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::FigureRow</name>
    <message>
        <source>, over the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, near the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with this change %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: why?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::FindingCard</name>
    <message>
        <source>Changes the build; can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::FindingsList</name>
    <message>
        <source>Nothing to report: what is here fits together and stays within its limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to check yet.</source>
        <translation>Noch nichts zu prüfen.</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::LaunchCard</name>
    <message>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Launch command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::MainWindow</name>
    <message>
        <source>Unsaved changes could not be kept safe: %1</source>
        <translation>Ungespeicherte Änderungen konnten nicht gesichert werden: %1</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>The choice of colours could not be kept.</source>
        <translation>Die Farbwahl konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>Unsaved changes of the last session could not be read.</source>
        <translation>Ungespeicherte Änderungen der letzten Sitzung konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Rigwright ended before they were saved.</source>
        <translation>Rigwright endete, bevor sie gespeichert wurden.</translation>
    </message>
    <message numerus="yes">
        <source>Rigwright ended before they were saved. %n other builds are saved as “… (recovered)”.</source>
        <translation>
            <numerusform>Rigwright endete, bevor sie gespeichert wurden. %n weiterer Rechner wird als „… (wiederhergestellt)“ gespeichert.</numerusform>
            <numerusform>Rigwright endete, bevor sie gespeichert wurden. %n weitere Rechner werden als „… (wiederhergestellt)“ gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recover the unsaved changes to “%1”?</source>
        <translation>Ungespeicherte Änderungen an „%1“ wiederherstellen?</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>The unsaved changes could not be discarded.</source>
        <translation>Die ungespeicherten Änderungen konnten nicht verworfen werden.</translation>
    </message>
    <message>
        <source>The changes could not be recovered.</source>
        <translation>Die Änderungen konnten nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>The sample build could not be opened.</source>
        <translation>Das Beispiel konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The template could not be opened.</source>
        <translation>Die Vorlage konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The build could not be opened.</source>
        <translation>Der Rechner konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Open Build File</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Rigwright builds (*.rig);;All files (*)</source>
        <translation>Rigwright-Dateien (*.rig);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” could not be opened.</source>
        <translation>„%1“ konnte nicht geöffnet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n parts differ from the catalogue: the catalogue&apos;s values are used.</source>
        <translation>
            <numerusform>%n Teil weicht vom Katalog ab: Es gelten die Werte des Katalogs.</numerusform>
            <numerusform>%n Teile weichen vom Katalog ab: Es gelten die Werte des Katalogs.</numerusform>
        </translation>
    </message>
    <message>
        <source>The build could not be saved.</source>
        <translation>Der Rechner konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Saved “%1”</source>
        <translation>„%1“ gespeichert</translation>
    </message>
    <message>
        <source>Save Build File</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Rigwright builds (*.rig)</source>
        <translation>Rigwright-Dateien (*.rig)</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The report could not be written.</source>
        <translation>Der Bericht konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::MemoryChart</name>
    <message>
        <source>GPU memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place a GPU to see its memory fill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 + %3 KV + %4 = %5 of %6 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::MeterBar</name>
    <message>
        <source>over the limit</source>
        <translation>über der Grenze</translation>
    </message>
    <message>
        <source>near the limit</source>
        <translation>nahe der Grenze</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::ModelPicker</name>
    <message>
        <source>, %1 active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   (%2, %3 context)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::OpenDialog</name>
    <message>
        <source>No builds are saved yet. Save the open one with Ctrl+S.</source>
        <translation>Noch ist kein Rechner gespeichert. Speichern Sie den offenen mit Strg+S.</translation>
    </message>
    <message>
        <source>Saved Builds</source>
        <translation>Gespeicherte Rechner</translation>
    </message>
    <message>
        <source>Saved builds</source>
        <translation>Gespeicherte Rechner</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>This build is open.</source>
        <translation>Dieser Rechner ist geöffnet.</translation>
    </message>
    <message>
        <source>The saved builds could not be read.</source>
        <translation>Die gespeicherten Rechner konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Rename Build</source>
        <translation>Rechner umbenennen</translation>
    </message>
    <message>
        <source>The build could not be renamed.</source>
        <translation>Der Rechner konnte nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>The build could not be duplicated.</source>
        <translation>Der Rechner konnte nicht dupliziert werden.</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>The saved build and its history are removed. This cannot be undone.</source>
        <translation>Der gespeicherte Rechner und sein Verlauf werden entfernt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The build could not be deleted.</source>
        <translation>Der Rechner konnte nicht gelöscht werden.</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::OverlayPlot</name>
    <message>
        <source>%1 from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model to see this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::PageComposer</name>
    <message>
        <source>Made with Rigwright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::PartDetails</name>
    <message>
        <source>no price known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refurbished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::PartInspector</name>
    <message>
        <source>Power limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price and note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power limit in watts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag parts here. Shift places several. Ctrl and the wheel zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power limit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::PartMenu</name>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Power limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price, condition and note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join by NVLink with %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::PowerChart</name>
    <message>
        <source>Wall power and circuits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 = GPUs %3 + rest %4 + loss %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: rig %2 + other %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::RadarPlot</name>
    <message>
        <source>%1: A %2, B %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little is known of both sides.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::ResultsPanel</name>
    <message>
        <source>Run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::RunPopover</name>
    <message>
        <source>&amp;Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUs it may use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the build says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change KV cache type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose GPUs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::SaveAsDialog</name>
    <message>
        <source>Save Build</source>
        <translation>Rechner speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>A saved build has this name. Saving replaces it; what it was stays in its history.</source>
        <translation>Ein gespeicherter Rechner heißt schon so. Speichern ersetzt ihn; sein früherer Stand bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::SiteDialog</name>
    <message>
        <source>Own price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> h a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> °C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place and electricity price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the place, such as Garage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tariff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own price of a kilowatt-hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of the currency for one US dollar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for one US dollar:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add circuit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Idle, model loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work spent on p&amp;rompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;mbient temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change tariff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use own price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the tariff&apos;s price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change electricity price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change exchange rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change idle hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change share of prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change ambient temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %1/kWh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change circuit of a supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply %1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at the wall while working, %2 a month, %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::SpeedChart</name>
    <message>
        <source>Speed against context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model that can run here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory ends: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tok/s at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 tok/s (%3–%4)%5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::StatusLine</name>
    <message>
        <source>Saved just now</source>
        <translation>Gerade gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n min ago</source>
        <translation>
            <numerusform>Vor %n min gespeichert</numerusform>
            <numerusform>Vor %n min gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert %1</translation>
    </message>
    <message>
        <source>Evaluated in %1 µs</source>
        <translation>Berechnet in %1 µs</translation>
    </message>
    <message>
        <source>Catalogue %1</source>
        <translation>Katalog %1</translation>
    </message>
    <message>
        <source>%1 parts and models</source>
        <translation>%1 Teile und Modelle</translation>
    </message>
    <message>
        <source>%1 measurements</source>
        <translation>%1 Messungen</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::TopBar</name>
    <message>
        <source>Build</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Name of the build</source>
        <translation>Name des Rechners</translation>
    </message>
    <message>
        <source>Click to rename the build</source>
        <translation>Zum Umbenennen klicken</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>● edited</source>
        <translation>● geändert</translation>
    </message>
    <message>
        <source>Site…</source>
        <translation>Standort …</translation>
    </message>
    <message>
        <source>Site: %1</source>
        <translation>Standort: %1</translation>
    </message>
    <message>
        <source>Circuits, tariff and hours of use (%1)</source>
        <translation>Stromkreise, Tarif und Nutzungsdauer (%1)</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>Umbenennen in %1</translation>
    </message>
</context>
<context>
    <name>rigwright::ui::VerdictCard</name>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::WhyPopover</name>
    <message>
        <source>source: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::ui::WorkloadStrip</name>
    <message>
        <source>Fine-tuning…</source>
        <translation>Feinabstimmung …</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet. Add one, or drag a model here from the catalogue, to see whether it fits and how fast it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rigwright::words</name>
    <message>
        <source>Painful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibrated on 1 measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibrated on %1 measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generic model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle, model loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything at its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers over %1 GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows over %1 GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor parallel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pipeline parallel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> × pipeline %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> × %1 copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 layers in system RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, experts of %1 layers in system RAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motherboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power supplies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enclosure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Laufwerke</translation>
    </message>
    <message>
        <source>NVLink bridges</source>
        <translation>NVLink-Brücken</translation>
    </message>
    <message>
        <source>Fans</source>
        <translation>Lüfter</translation>
    </message>
    <message>
        <source>Extras</source>
        <translation>Zubehör</translation>
    </message>
</context>
</TS>
