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
        <source>Copy the view, or the selected measurement</source>
        <translation>Copy the view, or the selected measurement</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>True size</translation>
    </message>
    <message>
        <source>Measure the monitor for true size…</source>
        <translation>Measure the monitor for true size…</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>Sharpen</translation>
    </message>
    <message>
        <source>Equalise local contrast (CLAHE)</source>
        <translation>Equalise local contrast (CLAHE)</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Gray</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Jet</source>
        <translation>Jet</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Magnifier</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Key image</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Next key image</translation>
    </message>
    <message>
        <source>Play the series</source>
        <translation>Play the series</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>Freehand region</translation>
    </message>
    <message>
        <source>Point value</source>
        <translation>Point value</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Arrow</translation>
    </message>
    <message>
        <source>Calibrate by a known length…</source>
        <translation>Calibrate by a known length…</translation>
    </message>
    <message>
        <source>Paste measurements</source>
        <translation>Paste measurements</translation>
    </message>
    <message>
        <source>Histogram and window</source>
        <translation>Histogram and window</translation>
    </message>
    <message>
        <source>One viewport</source>
        <translation>One viewport</translation>
    </message>
    <message>
        <source>Two side by side</source>
        <translation>Two side by side</translation>
    </message>
    <message>
        <source>Two, one above the other</source>
        <translation>Two, one above the other</translation>
    </message>
    <message>
        <source>Two by two</source>
        <translation>Two by two</translation>
    </message>
    <message>
        <source>Three by three</source>
        <translation>Three by three</translation>
    </message>
    <message>
        <source>Maximise the viewport</source>
        <translation>Maximise the viewport</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>Scroll together</translation>
    </message>
    <message>
        <source>Zoom and pan together</source>
        <translation>Zoom and pan together</translation>
    </message>
    <message>
        <source>Window together</source>
        <translation>Window together</translation>
    </message>
    <message>
        <source>Arrange radiographs: PA and lateral, current and prior</source>
        <translation>Arrange radiographs: PA and lateral, current and prior</translation>
    </message>
    <message>
        <source>Arrange by itself when there is a prior</source>
        <translation>Arrange by itself when there is a prior</translation>
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
    <name>Export</name>
    <message>
        <source>Export a picture</source>
        <translation>Export a picture</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>What is seen</translation>
    </message>
    <message>
        <source>The whole image at its full size</source>
        <translation>The whole image at its full size</translation>
    </message>
    <message>
        <source>With</source>
        <translation>With</translation>
    </message>
    <message>
        <source>Texts, orientation and scale bar</source>
        <translation>Texts, orientation and scale bar</translation>
    </message>
    <message>
        <source>Name and ID of the patient</source>
        <translation>Name and ID of the patient</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>Heatmap, with the words “%1”</source>
        <translation>Heatmap, with the words “%1”</translation>
    </message>
    <message>
        <source>Text that is burnt into the pixels stays in the picture.</source>
        <translation>Text that is burnt into the pixels stays in the picture.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Preview…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
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
    <name>ImageWarnings</name>
    <message>
        <source>Unusable pixel spacing: lengths are in pixels</source>
        <translation>Unusable pixel spacing: lengths are in pixels</translation>
    </message>
    <message>
        <source>An unusable window was left out</source>
        <translation>An unusable window was left out</translation>
    </message>
    <message>
        <source>An empty VOI LUT was left out</source>
        <translation>An empty VOI LUT was left out</translation>
    </message>
    <message>
        <source>An overlay of the wrong size was left out</source>
        <translation>An overlay of the wrong size was left out</translation>
    </message>
    <message>
        <source>An empty modality LUT was left out</source>
        <translation>An empty modality LUT was left out</translation>
    </message>
    <message>
        <source>An unusable rescale slope or intercept was left out</source>
        <translation>An unusable rescale slope or intercept was left out</translation>
    </message>
    <message>
        <source>The pixel data ends early; the rest is black</source>
        <translation>The pixel data ends early; the rest is black</translation>
    </message>
    <message>
        <source>The pixel data ends early; the rest is gray</source>
        <translation>The pixel data ends early; the rest is gray</translation>
    </message>
    <message>
        <source>The palette cannot be read; shown as gray</source>
        <translation>The palette cannot be read; shown as gray</translation>
    </message>
    <message>
        <source>Header and compressed image do not agree</source>
        <translation>Header and compressed image do not agree</translation>
    </message>
</context>
<context>
    <name>Lengths</name>
    <message>
        <source>Calibrate by a known length</source>
        <translation>Calibrate by a known length</translation>
    </message>
    <message>
        <source>The line measures %1. How long is it really? All lengths on this image will be marked as calibrated.</source>
        <translation>The line measures %1. How long is it really? All lengths on this image will be marked as calibrated.</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Real length</source>
        <translation>Real length</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Calibrate</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Remove the calibration</source>
        <translation>Remove the calibration</translation>
    </message>
    <message>
        <source>Measure the monitor</source>
        <translation>Measure the monitor</translation>
    </message>
    <message>
        <source>Hold a bank card against the screen and move the slider until the bar is as long as the card (85.6 mm).</source>
        <translation>Hold a bank card against the screen and move the slider until the bar is as long as the card (85.6 mm).</translation>
    </message>
    <message>
        <source>Length of the bar</source>
        <translation>Length of the bar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
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
    <message>
        <source>Freehand region</source>
        <translation>Freehand region</translation>
    </message>
    <message>
        <source>Point value</source>
        <translation>Point value</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Arrow</translation>
    </message>
    <message>
        <source>outside the image</source>
        <translation>outside the image</translation>
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
    <message>
        <source>Viewports</source>
        <translation>Viewports</translation>
    </message>
    <message>
        <source>Viewports: layout, links, priors</source>
        <translation>Viewports: layout, links, priors</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Colour map</translation>
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
    <name>SceneText</name>
    <message>
        <source>AI estimate, not a diagnosis</source>
        <translation>AI estimate, not a diagnosis</translation>
    </message>
    <message>
        <source>★ Key image</source>
        <translation>★ Key image</translation>
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
        <source>Text on the image</source>
        <translation>Text on the image</translation>
    </message>
    <message>
        <source>Text, then Enter</source>
        <translation>Text, then Enter</translation>
    </message>
</context>
<context>
    <name>nefes::ui::CineBar</name>
    <message>
        <source>%1 of %2</source>
        <comment>image</comment>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>Image of the series</source>
        <translation>Image of the series</translation>
    </message>
    <message>
        <source> images/s</source>
        <translation> images/s</translation>
    </message>
    <message>
        <source>Images a second</source>
        <translation>Images a second</translation>
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
    <name>nefes::ui::HistogramView</name>
    <message>
        <source>Histogram with the window</source>
        <translation>Histogram with the window</translation>
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
        <source>The measurement was copied.</source>
        <translation>The measurement was copied.</translation>
    </message>
    <message>
        <source>Draw a line over something of known length.</source>
        <translation>Draw a line over something of known length.</translation>
    </message>
    <message>
        <source>Only radiographs (CR, DX) can be arranged by their views.</source>
        <translation>Only radiographs (CR, DX) can be arranged by their views.</translation>
    </message>
    <message>
        <source>No other key image is open.</source>
        <translation>No other key image is open.</translation>
    </message>
    <message>
        <source>True size needs a pixel spacing: calibrate the image by a known length.</source>
        <translation>True size needs a pixel spacing: calibrate the image by a known length.</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>True size</translation>
    </message>
    <message>
        <source>True size as the monitor states its own; measure the monitor to be sure (menu Image).</source>
        <translation>True size as the monitor states its own; measure the monitor to be sure (menu Image).</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Remove a preset first: there is room for %1.</source>
        <translation>Remove a preset first: there is room for %1.</translation>
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
</context>
<context>
    <name>nefes::ui::ViewerPresenter</name>
    <message>
        <source>prior</source>
        <translation>prior</translation>
    </message>
    <message>
        <source>current</source>
        <translation>current</translation>
    </message>
    <message>
        <source>pictures without a patient</source>
        <translation>pictures without a patient</translation>
    </message>
    <message>
        <source>Different patients side by side: %1</source>
        <translation>Different patients side by side: %1</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ViewportCell</name>
    <message>
        <source>Drag a series here from the study list</source>
        <translation>Drag a series here from the study list</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Image %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>viewport and its study</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <comment>file name</comment>
        <translation>%1 cannot be shown</translation>
    </message>
</context>
<context>
    <name>nefes::ui::WindowPanel</name>
    <message>
        <source>File default (0)</source>
        <translation>File default (0)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>preset and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Colour map</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Presets</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>Name of a new preset</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save the window that is shown as a preset</source>
        <translation>Save the window that is shown as a preset</translation>
    </message>
    <message>
        <source>Remove the preset</source>
        <translation>Remove the preset</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Gray</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Jet</source>
        <translation>Jet</translation>
    </message>
</context>
</TS>
