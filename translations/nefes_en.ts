<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Open files…</source>
        <translation>Open files…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Open folder…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Open the sample</translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation>Close all studies</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Window/level</source>
        <translation>Window/level</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Pan</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Scroll</translation>
    </message>
    <message>
        <source>Leave the tool</source>
        <translation>Leave the tool</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Fit to window</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>One to one</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>Rotate right</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>Rotate left</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>Flip horizontally</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>Flip vertically</translation>
    </message>
    <message>
        <source>Invert gray values</source>
        <translation>Invert gray values</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>Reset the view</translation>
    </message>
    <message>
        <source>Window: file default</source>
        <translation>Window: file default</translation>
    </message>
    <message>
        <source>Window preset 1</source>
        <translation>Window preset 1</translation>
    </message>
    <message>
        <source>Window preset 2</source>
        <translation>Window preset 2</translation>
    </message>
    <message>
        <source>Window preset 3</source>
        <translation>Window preset 3</translation>
    </message>
    <message>
        <source>Window preset 4</source>
        <translation>Window preset 4</translation>
    </message>
    <message>
        <source>Window preset 5</source>
        <translation>Window preset 5</translation>
    </message>
    <message>
        <source>Window preset 6</source>
        <translation>Window preset 6</translation>
    </message>
    <message>
        <source>Window preset 7</source>
        <translation>Window preset 7</translation>
    </message>
    <message>
        <source>Window preset 8</source>
        <translation>Window preset 8</translation>
    </message>
    <message>
        <source>Window preset 9</source>
        <translation>Window preset 9</translation>
    </message>
    <message>
        <source>Text on the image: all, little, none</source>
        <translation>Text on the image: all, little, none</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Previous image</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Next image</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Previous series</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Next series</translation>
    </message>
    <message>
        <source>Previous study</source>
        <translation>Previous study</translation>
    </message>
    <message>
        <source>Next study</source>
        <translation>Next study</translation>
    </message>
    <message>
        <source>Previous patient</source>
        <translation>Previous patient</translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation>Next patient</translation>
    </message>
    <message>
        <source>Study list</source>
        <translation>Study list</translation>
    </message>
    <message>
        <source>Analysis panel</source>
        <translation>Analysis panel</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dark theme</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Light theme</translation>
    </message>
    <message>
        <source>Heatmap over the image</source>
        <translation>Heatmap over the image</translation>
    </message>
    <message>
        <source>Hold to peek at the heatmap</source>
        <translation>Hold to peek at the heatmap</translation>
    </message>
    <message>
        <source>Heatmap stronger</source>
        <translation>Heatmap stronger</translation>
    </message>
    <message>
        <source>Heatmap weaker</source>
        <translation>Heatmap weaker</translation>
    </message>
    <message>
        <source>Heatmap of the next finding</source>
        <translation>Heatmap of the next finding</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Analyse again</translation>
    </message>
    <message>
        <source>Analyse every image by itself</source>
        <translation>Analyse every image by itself</translation>
    </message>
    <message>
        <source>About the model…</source>
        <translation>About the model…</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Keys and mouse</translation>
    </message>
    <message>
        <source>About Nefes</source>
        <translation>About Nefes</translation>
    </message>
    <message>
        <source>Export the view…</source>
        <translation>Export the view…</translation>
    </message>
    <message>
        <source>Copy the view</source>
        <translation>Copy the view</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb angle</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio: heart, then thorax</source>
        <translation>Cardiothoracic ratio: heart, then thorax</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Delete the selected measurement</source>
        <translation>Delete the selected measurement</translation>
    </message>
    <message>
        <source>Export measurements…</source>
        <translation>Export measurements…</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM tags</translation>
    </message>
    <message>
        <source>Link this study in the library</source>
        <translation>Link this study in the library</translation>
    </message>
    <message>
        <source>Copy this study into the library</source>
        <translation>Copy this study into the library</translation>
    </message>
    <message>
        <source>Copy a folder into the library…</source>
        <translation>Copy a folder into the library…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Library</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two keys</comment>
        <translation> or </translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Left drag</translation>
    </message>
    <message>
        <source>the tool; window/level: right is wider, up is brighter</source>
        <translation>the tool; window/level: right is wider, up is brighter</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Middle drag</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>pan</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Right drag</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>zoom</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Right click</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>menu</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Wheel</translation>
    </message>
    <message>
        <source>images of the series</source>
        <translation>images of the series</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + wheel</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>zoom at the pointer</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Mouse</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Keys and mouse</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Nefes %1&lt;/h2&gt;&lt;p&gt;A radiology viewer with an embedded classifier.&lt;/p&gt;&lt;p&gt;Its estimates are no diagnosis, and the program is no medical device.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes without any warranty.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Nefes %1&lt;/h2&gt;&lt;p&gt;A radiology viewer with an embedded classifier.&lt;/p&gt;&lt;p&gt;Its estimates are no diagnosis, and the program is no medical device.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes without any warranty.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Nefes</source>
        <translation>About Nefes</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The file does not exist. It may have been moved or its drive taken out.</source>
        <translation>The file does not exist. It may have been moved or its drive taken out.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check its permissions.</source>
        <translation>The file cannot be read. Check its permissions.</translation>
    </message>
    <message>
        <source>The file is empty. Copy it again from where it came from.</source>
        <translation>The file is empty. Copy it again from where it came from.</translation>
    </message>
    <message>
        <source>The file is larger than this program accepts.</source>
        <translation>The file is larger than this program accepts.</translation>
    </message>
    <message>
        <source>The file cannot be written. Check the folder&apos;s permissions.</source>
        <translation>The file cannot be written. Check the folder&apos;s permissions.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again.</source>
        <translation>The disk is full. Free some space and try again.</translation>
    </message>
    <message>
        <source>The archive is damaged. Copy it again from where it came from.</source>
        <translation>The archive is damaged. Copy it again from where it came from.</translation>
    </message>
    <message>
        <source>The archive unpacks to more than this program accepts. Unpack it yourself and open the folder.</source>
        <translation>The archive unpacks to more than this program accepts. Unpack it yourself and open the folder.</translation>
    </message>
    <message>
        <source>The archive wants to write outside its folder, so it was not opened.</source>
        <translation>The archive wants to write outside its folder, so it was not opened.</translation>
    </message>
    <message>
        <source>This is not an image that the program knows (DICOM, JPEG, PNG).</source>
        <translation>This is not an image that the program knows (DICOM, JPEG, PNG).</translation>
    </message>
    <message>
        <source>The file is damaged. Copy it again from where it came from.</source>
        <translation>The file is damaged. Copy it again from where it came from.</translation>
    </message>
    <message>
        <source>This kind of image is not supported.</source>
        <translation>This kind of image is not supported.</translation>
    </message>
    <message>
        <source>The image is larger than this program accepts.</source>
        <translation>The image is larger than this program accepts.</translation>
    </message>
    <message>
        <source>The file does not have this frame.</source>
        <translation>The file does not have this frame.</translation>
    </message>
    <message>
        <source>The DICOM file is compressed in a way that is not supported. Export it uncompressed.</source>
        <translation>The DICOM file is compressed in a way that is not supported. Export it uncompressed.</translation>
    </message>
    <message>
        <source>The DICOM file describes its pixels in a way that cannot be right.</source>
        <translation>The DICOM file describes its pixels in a way that cannot be right.</translation>
    </message>
    <message>
        <source>The DICOM file holds no image.</source>
        <translation>The DICOM file holds no image.</translation>
    </message>
    <message>
        <source>The file ends before its image does. Copy it again from where it came from.</source>
        <translation>The file ends before its image does. Copy it again from where it came from.</translation>
    </message>
    <message>
        <source>The compressed image cannot be decoded. It is probably damaged.</source>
        <translation>The compressed image cannot be decoded. It is probably damaged.</translation>
    </message>
    <message>
        <source>The DICOM file is nested too deeply to be a real one.</source>
        <translation>The DICOM file is nested too deeply to be a real one.</translation>
    </message>
    <message>
        <source>The DICOM data dictionary is missing. Install DCMTK&apos;s data files or set DCMDICTPATH.</source>
        <translation>The DICOM data dictionary is missing. Install DCMTK&apos;s data files or set DCMDICTPATH.</translation>
    </message>
    <message>
        <source>The module for analysis (nefes_torch) is missing. Install LibTorch (on Debian: libtorch-dev) and build the program with it; viewing works without.</source>
        <translation>The module for analysis (nefes_torch) is missing. Install LibTorch (on Debian: libtorch-dev) and build the program with it; viewing works without.</translation>
    </message>
    <message>
        <source>The module for analysis belongs to another version of the program. Install both from the same build.</source>
        <translation>The module for analysis belongs to another version of the program. Install both from the same build.</translation>
    </message>
    <message>
        <source>The model is not installed.</source>
        <translation>The model is not installed.</translation>
    </message>
    <message>
        <source>The model package is damaged. Install it again.</source>
        <translation>The model package is damaged. Install it again.</translation>
    </message>
    <message>
        <source>The model&apos;s weights are not the ones it was published with, so it is not used. Install it again.</source>
        <translation>The model&apos;s weights are not the ones it was published with, so it is not used. Install it again.</translation>
    </message>
    <message>
        <source>The model&apos;s weights do not fit its network, so it is not used.</source>
        <translation>The model&apos;s weights do not fit its network, so it is not used.</translation>
    </message>
    <message>
        <source>The model was made for a newer version of the program.</source>
        <translation>The model was made for a newer version of the program.</translation>
    </message>
    <message>
        <source>The graphics card asked for is not available. Choose another device.</source>
        <translation>The graphics card asked for is not available. Choose another device.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs and try again.</source>
        <translation>There is not enough memory. Close other programs and try again.</translation>
    </message>
    <message>
        <source>The recipe is not valid.</source>
        <translation>The recipe is not valid.</translation>
    </message>
    <message>
        <source>The network in the recipe does not fit together.</source>
        <translation>The network in the recipe does not fit together.</translation>
    </message>
    <message>
        <source>The data set holds no image that can be used.</source>
        <translation>The data set holds no image that can be used.</translation>
    </message>
    <message>
        <source>The data set is not laid out in a way that the program knows.</source>
        <translation>The data set is not laid out in a way that the program knows.</translation>
    </message>
    <message>
        <source>The training diverged. Lower the learning rate and try again.</source>
        <translation>The training diverged. Lower the learning rate and try again.</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another recipe or data set.</source>
        <translation>The checkpoint belongs to another recipe or data set.</translation>
    </message>
    <message>
        <source>This was asked for in a way that makes no sense.</source>
        <translation>This was asked for in a way that makes no sense.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Please report it.</source>
        <translation>Something went wrong inside the program. Please report it.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <comment>less than</comment>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <comment>more than</comment>
        <translation>&gt; %1</translation>
    </message>
    <message>
        <source>above threshold</source>
        <translation>above threshold</translation>
    </message>
    <message>
        <source>below threshold</source>
        <translation>below threshold</translation>
    </message>
    <message>
        <source>indeterminate</source>
        <translation>indeterminate</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>not assessed</translation>
    </message>
    <message>
        <source>This does not look like a chest radiograph.</source>
        <translation>This does not look like a chest radiograph.</translation>
    </message>
    <message>
        <source>This looks like a lateral view; the model knows frontal views only.</source>
        <translation>This looks like a lateral view; the model knows frontal views only.</translation>
    </message>
    <message>
        <source>The gray values seem to be inverted.</source>
        <translation>The gray values seem to be inverted.</translation>
    </message>
    <message>
        <source>The image is too small to be judged.</source>
        <translation>The image is too small to be judged.</translation>
    </message>
    <message>
        <source>This is a colour picture, not a radiograph.</source>
        <translation>This is a colour picture, not a radiograph.</translation>
    </message>
    <message>
        <source>The image is unlike those the model was trained on.</source>
        <translation>The image is unlike those the model was trained on.</translation>
    </message>
    <message>
        <source>CPU</source>
        <comment>device</comment>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU (CUDA)</source>
        <comment>device</comment>
        <translation>GPU (CUDA)</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>%1 %2</source>
        <comment>value and unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no pixel inside</source>
        <translation>no pixel inside</translation>
    </message>
    <message>
        <source>mean %1, SD %2</source>
        <translation>mean %1, SD %2</translation>
    </message>
    <message>
        <source>min %1, median %2, max %3</source>
        <translation>min %1, median %2, max %3</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb angle</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Cardiothoracic ratio</translation>
    </message>
    <message>
        <source>CTR %1</source>
        <translation>CTR %1</translation>
    </message>
    <message>
        <source>CTR –</source>
        <translation>CTR –</translation>
    </message>
    <message>
        <source>%1°</source>
        <comment>angle</comment>
        <translation>%1°</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>length and unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>px²</source>
        <translation>px²</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>area and unit</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Open recent</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>Window presets</translation>
    </message>
    <message>
        <source>Window presets (0 to 9)</source>
        <translation>Window presets (0 to 9)</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>&amp;Analysis</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Measure</translation>
    </message>
</context>
<context>
    <name>ObjectText</name>
    <message>
        <source>Structured report</source>
        <translation>Structured report</translation>
    </message>
    <message>
        <source>Mammography CAD report</source>
        <translation>Mammography CAD report</translation>
    </message>
    <message>
        <source>Key image note</source>
        <translation>Key image note</translation>
    </message>
    <message>
        <source>Chest CAD report</source>
        <translation>Chest CAD report</translation>
    </message>
    <message>
        <source>Radiation dose report</source>
        <translation>Radiation dose report</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF document</translation>
    </message>
    <message>
        <source>CDA clinical document</source>
        <translation>CDA clinical document</translation>
    </message>
    <message>
        <source>STL model</source>
        <translation>STL model</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>Presentation state</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Waveform</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>ECG</translation>
    </message>
    <message>
        <source>Audio recording</source>
        <translation>Audio recording</translation>
    </message>
    <message>
        <source>Radiotherapy object</source>
        <translation>Radiotherapy object</translation>
    </message>
    <message>
        <source>Radiotherapy structure set</source>
        <translation>Radiotherapy structure set</translation>
    </message>
    <message>
        <source>Radiotherapy plan</source>
        <translation>Radiotherapy plan</translation>
    </message>
    <message>
        <source>Raw data</source>
        <translation>Raw data</translation>
    </message>
    <message>
        <source>Spatial registration</source>
        <translation>Spatial registration</translation>
    </message>
    <message>
        <source>Spatial fiducials</source>
        <translation>Spatial fiducials</translation>
    </message>
    <message>
        <source>Surface segmentation</source>
        <translation>Surface segmentation</translation>
    </message>
    <message>
        <source>Tractography</source>
        <translation>Tractography</translation>
    </message>
    <message>
        <source>Real world value mapping</source>
        <translation>Real world value mapping</translation>
    </message>
    <message>
        <source>Eye measurements</source>
        <translation>Eye measurements</translation>
    </message>
    <message>
        <source>Procedure protocol</source>
        <translation>Procedure protocol</translation>
    </message>
    <message>
        <source>DICOM object</source>
        <translation>DICOM object</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>female</source>
        <translation>female</translation>
    </message>
    <message>
        <source>male</source>
        <translation>male</translation>
    </message>
    <message>
        <source>other sex</source>
        <translation>other sex</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>ID %1</source>
        <comment>patient</comment>
        <translation>ID %1</translation>
    </message>
    <message>
        <source>right side</source>
        <translation>right side</translation>
    </message>
    <message>
        <source>left side</source>
        <translation>left side</translation>
    </message>
    <message>
        <source>%1 kV</source>
        <translation>%1 kV</translation>
    </message>
    <message>
        <source>%1 mAs</source>
        <translation>%1 mAs</translation>
    </message>
    <message>
        <source>lossy %1:1</source>
        <comment>compression</comment>
        <translation>lossy %1:1</translation>
    </message>
    <message>
        <source>lossy</source>
        <comment>compression</comment>
        <translation>lossy</translation>
    </message>
    <message>
        <source>VOI LUT</source>
        <translation>VOI LUT</translation>
    </message>
    <message>
        <source>VOI LUT %1</source>
        <translation>VOI LUT %1</translation>
    </message>
    <message>
        <source>W %1  C %2</source>
        <comment>window width and centre</comment>
        <translation>W %1  C %2</translation>
    </message>
    <message>
        <source>Zoom %1</source>
        <translation>Zoom %1</translation>
    </message>
    <message>
        <source>%1°</source>
        <comment>rotation</comment>
        <translation>%1°</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>mirrored</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>inverted</translation>
    </message>
    <message>
        <source>Image %1 of %2</source>
        <translation>Image %1 of %2</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>mm (detector)</source>
        <translation>mm (detector)</translation>
    </message>
    <message>
        <source>mm (corrected for magnification)</source>
        <translation>mm (corrected for magnification)</translation>
    </message>
    <message>
        <source>mm (calibrated)</source>
        <translation>mm (calibrated)</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>length and unit</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Lung</source>
        <translation>Lung</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Bone</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Soft tissue</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Lines and tubes</source>
        <translation>Lines and tubes</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Brain</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Liver</translation>
    </message>
</context>
<context>
    <name>WarningText</name>
    <message>
        <source>The file ends early: what is missing is black</source>
        <translation>The file ends early: what is missing is black</translation>
    </message>
    <message>
        <source>The file ends early: what is missing is gray</source>
        <translation>The file ends early: what is missing is gray</translation>
    </message>
    <message>
        <source>The image has another size than the file says</source>
        <translation>The image has another size than the file says</translation>
    </message>
    <message>
        <source>The image has other colours than the file says</source>
        <translation>The image has other colours than the file says</translation>
    </message>
    <message>
        <source>The palette cannot be read: shown in gray</source>
        <translation>The palette cannot be read: shown in gray</translation>
    </message>
    <message>
        <source>A window of the file is of no use</source>
        <translation>A window of the file is of no use</translation>
    </message>
    <message>
        <source>A VOI LUT of the file is empty</source>
        <translation>A VOI LUT of the file is empty</translation>
    </message>
    <message>
        <source>The modality LUT of the file is empty</source>
        <translation>The modality LUT of the file is empty</translation>
    </message>
    <message>
        <source>The rescale values of the file are of no use: stored values shown</source>
        <translation>The rescale values of the file are of no use: stored values shown</translation>
    </message>
    <message>
        <source>An overlay of the file has the wrong size</source>
        <translation>An overlay of the file has the wrong size</translation>
    </message>
    <message>
        <source>The pixel spacing of the file is of no use: lengths in pixels</source>
        <translation>The pixel spacing of the file is of no use: lengths in pixels</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ActionRegistry</name>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analysis</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Measure</translation>
    </message>
</context>
<context>
    <name>nefes::ui::AnalysisPanel</name>
    <message>
        <source>AI estimate, not a diagnosis</source>
        <translation>AI estimate, not a diagnosis</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>No image</translation>
    </message>
    <message>
        <source>Open a chest radiograph to have it analysed.</source>
        <translation>Open a chest radiograph to have it analysed.</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Not analysed</translation>
    </message>
    <message>
        <source>Images are analysed only when you ask for it.</source>
        <translation>Images are analysed only when you ask for it.</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>No model installed</source>
        <translation>No model installed</translation>
    </message>
    <message>
        <source>Install a model package with “nefes models import”. Viewing works without one.</source>
        <translation>Install a model package with “nefes models import”. Viewing works without one.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Loading the model…</translation>
    </message>
    <message>
        <source>This happens once at the start.</source>
        <translation>This happens once at the start.</translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation>Analysing…</translation>
    </message>
    <message>
        <source>The analysis failed</source>
        <translation>The analysis failed</translation>
    </message>
    <message>
        <source>No sign that the model must not judge it.</source>
        <translation>No sign that the model must not judge it.</translation>
    </message>
    <message>
        <source>%1 The model must not judge it, so its scores are withheld.</source>
        <comment>reason, a whole sentence</comment>
        <translation>%1 The model must not judge it, so its scores are withheld.</translation>
    </message>
    <message>
        <source>Show anyway</source>
        <translation>Show anyway</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Probabilities</translation>
    </message>
    <message>
        <source>No finding above threshold</source>
        <translation>No finding above threshold</translation>
    </message>
    <message>
        <source>Above threshold: %1</source>
        <translation>Above threshold: %1</translation>
    </message>
    <message>
        <source>Where the model looked</source>
        <translation>Where the model looked</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Model card</translation>
    </message>
    <message>
        <source>Small picture of the image with the heatmap</source>
        <translation>Small picture of the image with the heatmap</translation>
    </message>
    <message>
        <source>%1, version %2, %3
Runs on: %4</source>
        <comment>model, version, date, device</comment>
        <translation>%1, version %2, %3
Runs on: %4</translation>
    </message>
    <message>
        <source>No heatmap for this image</source>
        <translation>No heatmap for this image</translation>
    </message>
    <message>
        <source>The heatmap is being made…</source>
        <translation>The heatmap is being made…</translation>
    </message>
    <message>
        <source>%1, %2. It shows where, not why.</source>
        <comment>finding, method</comment>
        <translation>%1, %2. It shows where, not why.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::Canvas</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
</context>
<context>
    <name>nefes::ui::FailureBar</name>
    <message numerus="yes">
        <source>%n file(s) could not be shown</source>
        <translation>
            <numerusform>%n file could not be shown</numerusform>
            <numerusform>%n files could not be shown</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Files that could not be shown</source>
        <translation>Files that could not be shown</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file name and cause</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>nefes::ui::HeatmapControls</name>
    <message>
        <source>Heatmap over the image (G)</source>
        <translation>Heatmap over the image (G)</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Finding of the heatmap</source>
        <translation>Finding of the heatmap</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacity</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>Opacity of the heatmap</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>Hide below</translation>
    </message>
    <message>
        <source>Smallest heatmap value that is shown</source>
        <translation>Smallest heatmap value that is shown</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation>Colours of the heatmap</translation>
    </message>
    <message>
        <source>Cividis</source>
        <comment>colour map</comment>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Inferno</source>
        <comment>colour map</comment>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Jet (legacy)</source>
        <comment>colour map</comment>
        <translation>Jet (legacy)</translation>
    </message>
    <message>
        <source>Meaning of the colours, from 0 to 1</source>
        <translation>Meaning of the colours, from 0 to 1</translation>
    </message>
</context>
<context>
    <name>nefes::ui::LibraryModel</name>
    <message>
        <source>Reading…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>read</source>
        <comment>study</comment>
        <translation>read</translation>
    </message>
    <message>
        <source>unread</source>
        <comment>study</comment>
        <translation>unread</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 (model %3)</source>
        <comment>finding, probability, model</comment>
        <translation>%1: %2 (model %3)</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>Read or unread</translation>
    </message>
    <message>
        <source>Highest probability of a finding: an AI estimate, not a diagnosis</source>
        <translation>Highest probability of a finding: an AI estimate, not a diagnosis</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>AI</source>
        <comment>column of scores</comment>
        <translation>AI</translation>
    </message>
</context>
<context>
    <name>nefes::ui::LibraryPanel</name>
    <message>
        <source>Remove from the library</source>
        <translation>Remove from the library</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n study(s) from the library?</source>
        <translation>
            <numerusform>Remove %n study from the library?</numerusform>
            <numerusform>Remove %n studies from the library?</numerusform>
        </translation>
    </message>
    <message>
        <source>Copies that the library holds are deleted. Files that are only linked stay.</source>
        <translation>Copies that the library holds are deleted. Files that are only linked stay.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>Remove from the library…</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Mark as unread</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Mark as read</translation>
    </message>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation>
            <numerusform>%n study</numerusform>
            <numerusform>%n studies</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no folder for a library.</source>
        <translation>There is no folder for a library.</translation>
    </message>
    <message>
        <source>Opening the library…</source>
        <translation>Opening the library…</translation>
    </message>
    <message>
        <source>The library is empty. Add a folder, or a study that is open (menu File).</source>
        <translation>The library is empty. Add a folder, or a study that is open (menu File).</translation>
    </message>
    <message>
        <source>No study contains these words.</source>
        <translation>No study contains these words.</translation>
    </message>
    <message>
        <source>A newer version of Nefes wrote this library. Update Nefes to open it; the library was left as it is.</source>
        <translation>A newer version of Nefes wrote this library. Update Nefes to open it; the library was left as it is.</translation>
    </message>
    <message>
        <source>The library cannot be opened: %1</source>
        <translation>The library cannot be opened: %1</translation>
    </message>
    <message>
        <source>The index of the library was damaged. It was made again from the files; the damaged one is kept as %1.</source>
        <translation>The index of the library was damaged. It was made again from the files; the damaged one is kept as %1.</translation>
    </message>
    <message>
        <source>Search name, ID, date, description</source>
        <translation>Search name, ID, date, description</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Search the library</translation>
    </message>
    <message>
        <source>Studies of the library</source>
        <translation>Studies of the library</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Add folder…</translation>
    </message>
</context>
<context>
    <name>nefes::ui::MainWindow</name>
    <message>
        <source>Open folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Open files</translation>
    </message>
    <message>
        <source>This model has no card.</source>
        <translation>This model has no card.</translation>
    </message>
    <message>
        <source>Automatic (1–99 %)</source>
        <translation>Automatic (1–99 %)</translation>
    </message>
    <message>
        <source>Reading files: %1 of %2</source>
        <translation>Reading files: %1 of %2</translation>
    </message>
    <message>
        <source>Reading files…</source>
        <translation>Reading files…</translation>
    </message>
    <message>
        <source>Loading the image…</source>
        <translation>Loading the image…</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analysis</translation>
    </message>
    <message>
        <source>Study list</source>
        <translation>Study list</translation>
    </message>
    <message>
        <source>%1 – Nefes</source>
        <comment>patient</comment>
        <translation>%1 – Nefes</translation>
    </message>
    <message>
        <source>The view was copied.</source>
        <translation>The view was copied.</translation>
    </message>
    <message>
        <source>The drawings could not be kept on disk: %1</source>
        <translation>The drawings could not be kept on disk: %1</translation>
    </message>
    <message>
        <source>Export measurements</source>
        <translation>Export measurements</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tables (*.csv)</translation>
    </message>
    <message>
        <source>The measurements were exported.</source>
        <translation>The measurements were exported.</translation>
    </message>
    <message>
        <source>Export the view</source>
        <translation>Export the view</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>Pictures (*.png *.jpg)</translation>
    </message>
    <message>
        <source>The view was exported.</source>
        <translation>The view was exported.</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM tags</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added to the library.</source>
        <translation>
            <numerusform>%n file added to the library.</numerusform>
            <numerusform>%n files added to the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library could not be changed: %1</source>
        <translation>The library could not be changed: %1</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>Add a folder to the library</translation>
    </message>
    <message>
        <source>Library: %1 of %2</source>
        <translation>Library: %1 of %2</translation>
    </message>
    <message>
        <source>Library…</source>
        <translation>Library…</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>studies</comment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Library</translation>
    </message>
</context>
<context>
    <name>nefes::ui::MeasurementPanel</name>
    <message>
        <source>No measurements. Choose a tool (L, A, B, E) and draw on the image.</source>
        <translation>No measurements. Choose a tool (L, A, B, E) and draw on the image.</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Measurement</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ObjectView</name>
    <message>
        <source>Save the document</source>
        <translation>Save the document</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF documents (*.pdf)</translation>
    </message>
    <message>
        <source>The document was saved.</source>
        <translation>The document was saved.</translation>
    </message>
    <message>
        <source>No program for PDF is installed. Save the document instead.</source>
        <translation>No program for PDF is installed. Save the document instead.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Reading…</translation>
    </message>
    <message numerus="yes">
        <source>for %n image(s)</source>
        <translation>
            <numerusform>for %n image</numerusform>
            <numerusform>for %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message>
        <source>This object holds no image. Its contents are in the DICOM tags.</source>
        <translation>This object holds no image. Its contents are in the DICOM tags.</translation>
    </message>
    <message>
        <source>complete</source>
        <comment>report</comment>
        <translation>complete</translation>
    </message>
    <message>
        <source>partial</source>
        <comment>report</comment>
        <translation>partial</translation>
    </message>
    <message>
        <source>verified</source>
        <comment>report</comment>
        <translation>verified</translation>
    </message>
    <message>
        <source>not verified</source>
        <comment>report</comment>
        <translation>not verified</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM tags</translation>
    </message>
    <message>
        <source>Contents of the report</source>
        <translation>Contents of the report</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>Open the PDF</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ScoreRow</name>
    <message>
        <source>%1 (threshold %2)</source>
        <comment>decision</comment>
        <translation>%1 (threshold %2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>finding and probability</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>score and decision</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>nefes::ui::StatusLine</name>
    <message>
        <source>R %1  G %2  B %3</source>
        <comment>colour values</comment>
        <translation>R %1  G %2  B %3</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>value %1</translation>
    </message>
    <message>
        <source>value %1 %2</source>
        <translation>value %1 %2</translation>
    </message>
    <message>
        <source>x %1  y %2</source>
        <comment>position</comment>
        <translation>x %1  y %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Background work</source>
        <translation>Background work</translation>
    </message>
</context>
<context>
    <name>nefes::ui::StudyBrowser</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures without a patient</source>
        <translation>Pictures without a patient</translation>
    </message>
    <message>
        <source>Search patient, study, date</source>
        <translation>Search patient, study, date</translation>
    </message>
    <message>
        <source>Search the study list</source>
        <translation>Search the study list</translation>
    </message>
    <message>
        <source>Study list</source>
        <translation>Study list</translation>
    </message>
    <message>
        <source>No studies are open</source>
        <translation>No studies are open</translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s) left out</source>
        <translation>
            <numerusform>%n duplicate left out</numerusform>
            <numerusform>%n duplicates left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nefes::ui::TagModel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>%1… (%2)</source>
        <comment>start of a value and its size</comment>
        <translation>%1… (%2)</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Item %1</translation>
    </message>
    <message>
        <source>Private element</source>
        <translation>Private element</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
</context>
<context>
    <name>nefes::ui::TagPanel</name>
    <message>
        <source>This file is not DICOM, so it has no tags.</source>
        <translation>This file is not DICOM, so it has no tags.</translation>
    </message>
    <message>
        <source>Open a DICOM file to see its tags.</source>
        <translation>Open a DICOM file to see its tags.</translation>
    </message>
    <message>
        <source>Reading the tags…</source>
        <translation>Reading the tags…</translation>
    </message>
    <message>
        <source>No tag, name or value contains these words.</source>
        <translation>No tag, name or value contains these words.</translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has more than can be listed.</source>
        <translation>The file has more than can be listed.</translation>
    </message>
    <message>
        <source>Search tag, name, value</source>
        <translation>Search tag, name, value</translation>
    </message>
    <message>
        <source>Search the DICOM tags</source>
        <translation>Search the DICOM tags</translation>
    </message>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM tags</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copy value</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Copy row</translation>
    </message>
    <message>
        <source>The chosen tag in full</source>
        <translation>The chosen tag in full</translation>
    </message>
    <message>
        <source>Choose a row to see it in full.</source>
        <translation>Choose a row to see it in full.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ViewerArea</name>
    <message>
        <source>Drop images here</source>
        <translation>Drop images here</translation>
    </message>
    <message>
        <source>Files, folders, a DICOMDIR or a ZIP archive. DICOM, JPEG and PNG.</source>
        <translation>Files, folders, a DICOMDIR or a ZIP archive. DICOM, JPEG and PNG.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Open files…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Open the sample</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <comment>file name</comment>
        <translation>%1 cannot be shown</translation>
    </message>
</context>
</TS>
