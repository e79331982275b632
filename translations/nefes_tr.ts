<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>ActionRegistry</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and its key</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window/level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One to one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert gray values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window: file default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window preset 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window preset 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window preset 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window preset 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window preset 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window preset 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window preset 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window preset 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window preset 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text on the image: all, little, none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap over the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to peek at the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap weaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap of the next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse every image by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Nefes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnalysisPanel</name>
    <message>
        <source>AI estimate, not a diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a chest radiograph to have it analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images are analysed only when you ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a model package with “nefes models import”. Viewing works without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This happens once at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image suits the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The model must not judge it, so its scores are withheld.</source>
        <comment>reason, a whole sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finding above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above threshold: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the model looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small picture of the image with the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, version %2, %3
Runs on: %4</source>
        <comment>model, version, date, device</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No heatmap for this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heatmap is being made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2. It shows where, not why.</source>
        <comment>finding, method</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tool; window/level: right is wider, up is brighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images of the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h2&gt;Nefes %1&lt;/h2&gt;&lt;p&gt;A radiology viewer with an embedded classifier.&lt;/p&gt;&lt;p&gt;Its estimates are no diagnosis, and the program is no medical device.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes without any warranty.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Nefes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The file does not exist. It may have been moved or its drive taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty. Copy it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than this program accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written. Check the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is damaged. Copy it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive unpacks to more than this program accepts. Unpack it yourself and open the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive wants to write outside its folder, so it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an image that the program knows (DICOM, JPEG, PNG).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged. Copy it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of image is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is larger than this program accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not have this frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file is compressed in a way that is not supported. Export it uncompressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file describes its pixels in a way that cannot be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file holds no image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends before its image does. Copy it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed image cannot be decoded. It is probably damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file is nested too deeply to be a real one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM data dictionary is missing. Install DCMTK&apos;s data files or set DCMDICTPATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The module for analysis (nefes_torch) is missing. Install LibTorch (on Debian: libtorch-dev) and build the program with it; viewing works without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The module for analysis belongs to another version of the program. Install both from the same build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model package is damaged. Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s weights are not the ones it was published with, so it is not used. Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s weights do not fit its network, so it is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was made for a newer version of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card asked for is not available. Choose another device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network in the recipe does not fit together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set holds no image that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set is not laid out in a way that the program knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training diverged. Lower the learning rate and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint belongs to another recipe or data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was asked for in a way that makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureBar</name>
    <message numerus="yes">
        <source>%n file(s) could not be shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that could not be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file name and cause</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <comment>less than</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <comment>more than</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indeterminate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like a chest radiograph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a lateral view; the model knows frontal views only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gray values seem to be inverted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is too small to be judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a colour picture, not a radiograph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is unlike those the model was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <comment>device</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU (CUDA)</source>
        <comment>device</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatmapControls</name>
    <message>
        <source>Heatmap over the image (G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding of the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest heatmap value that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cividis</source>
        <comment>colour map</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferno</source>
        <comment>colour map</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jet (legacy)</source>
        <comment>colour map</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning of the colours, from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic (1–99 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading files: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Nefes</source>
        <comment>patient</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window presets (0 to 9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <comment>age</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <comment>age</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <comment>age</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>age</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>ID %1</source>
        <comment>patient</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mAs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lossy %1:1</source>
        <comment>compression</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lossy</source>
        <comment>compression</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VOI LUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VOI LUT %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W %1  C %2</source>
        <comment>window width and centre</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1°</source>
        <comment>rotation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mm (detector)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mm (corrected for magnification)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mm (calibrated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>length and unit</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Lung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines and tubes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liver</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreRow</name>
    <message>
        <source>%1 (threshold %2)</source>
        <comment>decision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>finding and probability</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>score and decision</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>R %1  G %2  B %3</source>
        <comment>colour values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x %1  y %2</source>
        <comment>position</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudyBrowser</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures without a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search patient, study, date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the study list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewerArea</name>
    <message>
        <source>Drop images here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files, folders, a DICOMDIR or a ZIP archive. DICOM, JPEG and PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <comment>file name</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
