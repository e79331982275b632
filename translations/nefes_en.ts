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
        <source>Training wizard</source>
        <translation>Training wizard</translation>
    </message>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM tags</translation>
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
    <message>
        <source>Settings…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Full screen: images only</source>
        <translation>Full screen: images only</translation>
    </message>
    <message>
        <source>To the next monitor</source>
        <translation>To the next monitor</translation>
    </message>
    <message>
        <source>Graphics of the file on the image</source>
        <translation>Graphics of the file on the image</translation>
    </message>
    <message>
        <source>Help, keys and mouse</source>
        <translation>Help, keys and mouse</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Open the log folder</translation>
    </message>
</context>
<context>
    <name>DataAdvice</name>
    <message>
        <source>training</source>
        <translation>training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) have images in more than one split. The network could recognise them, and the results would look better than they are.</source>
        <translation>
            <numerusform>%n patient has images in more than one split. The network could recognise them, and the results would look better than they are.</numerusform>
            <numerusform>%n patients have images in more than one split. The network could recognise them, and the results would look better than they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep patients together</source>
        <translation>Keep patients together</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of images in different splits look almost the same, such as %1 and %2.</source>
        <translation>
            <numerusform>A pair of images in different splits looks almost the same: %1 and %2.</numerusform>
            <numerusform>%n pairs of images in different splits look almost the same, such as %1 and %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 images of &quot;%3&quot; come from one source (%4). The network can learn to tell the source instead of the finding.</source>
        <translation>%1 of %2 images of &quot;%3&quot; come from one source (%4). The network can learn to tell the source instead of the finding.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) look like negatives of the others: black and white are swapped, such as in %1.</source>
        <translation>
            <numerusform>%n image looks like a negative of the others: black and white are swapped in %1.</numerusform>
            <numerusform>%n images look like negatives of the others: black and white are swapped, such as in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n image(s)</source>
        <translation>
            <numerusform>Leave out %n image</numerusform>
            <numerusform>Leave out %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read. Training leaves them out.</source>
        <translation>
            <numerusform>%n file cannot be read. Training leaves it out.</numerusform>
            <numerusform>%n files cannot be read. Training leaves them out.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file: reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of &quot;%2&quot;</source>
        <comment>count, class</comment>
        <translation>%1 of &quot;%2&quot;</translation>
    </message>
    <message>
        <source>There are few images to learn from: %1. More images help more than any setting.</source>
        <translation>There are few images to learn from: %1. More images help more than any setting.</translation>
    </message>
    <message>
        <source>The split for %1 has few images: %2. One image more or less right changes its figures a lot.</source>
        <translation>The split for %1 has few images: %2. One image more or less right changes its figures a lot.</translation>
    </message>
    <message>
        <source>Only more images can mend this.</source>
        <translation>Only more images can mend this.</translation>
    </message>
    <message>
        <source>Draw a new one from the training images</source>
        <translation>Draw a new one from the training images</translation>
    </message>
    <message>
        <source>Take %1 instead of %2</source>
        <comment>shares</comment>
        <translation>Take %1 instead of %2</translation>
    </message>
    <message>
        <source>The images of the old one are left out.</source>
        <translation>The images of the old one are left out.</translation>
    </message>
    <message>
        <source>Add images of this class from other sources, or of the other classes from this one; source adjustment (in Preprocess and augment) weakens this. Look at the results by source in the step Evaluate.</source>
        <translation>Add images of this class from other sources, or of the other classes from this one; source adjustment (in Preprocess and augment) weakens this. Look at the results by source in the step Evaluate.</translation>
    </message>
</context>
<context>
    <name>DataCounts</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>others</source>
        <translation>others</translation>
    </message>
    <message numerus="yes">
        <source>Of %n image(s) it is not known whose they are. A manifest.csv with a column &quot;patient&quot; tells it.</source>
        <translation>
            <numerusform>Of %n image it is not known whose it is. A manifest.csv with a column &quot;patient&quot; tells it.</numerusform>
            <numerusform>Of %n images it is not known whose they are. A manifest.csv with a column &quot;patient&quot; tells it.</numerusform>
        </translation>
    </message>
    <message>
        <source>These folders do not tell it. A manifest.csv with a column &quot;%1&quot; does.</source>
        <translation>These folders do not tell it. A manifest.csv with a column &quot;%1&quot; does.</translation>
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
    <message>
        <source>The module for analysis (nefes_torch) is missing. Install the package nefes-torch, or build the program with LibTorch; viewing works without.</source>
        <translation>The module for analysis (nefes_torch) is missing. Install the package nefes-torch, or build the program with LibTorch; viewing works without.</translation>
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
    <message>
        <source>Part of the image is missing.</source>
        <translation>Part of the image is missing.</translation>
    </message>
    <message>
        <source>This looks like a CT slice, not a radiograph.</source>
        <translation>This looks like a CT slice, not a radiograph.</translation>
    </message>
    <message>
        <source>This looks like a photograph, not a radiograph.</source>
        <translation>This looks like a photograph, not a radiograph.</translation>
    </message>
    <message>
        <source>This looks like a screenshot, not a radiograph.</source>
        <translation>This looks like a screenshot, not a radiograph.</translation>
    </message>
    <message>
        <source>The image seems to be rotated; the model knows upright films only.</source>
        <translation>The image seems to be rotated; the model knows upright films only.</translation>
    </message>
    <message>
        <source>Only a part of the chest is to be seen.</source>
        <translation>Only a part of the chest is to be seen.</translation>
    </message>
    <message>
        <source>The image is empty.</source>
        <translation>The image is empty.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>model, identifier</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>A class is one of the answers that the network can give, such as &quot;normal&quot; or &quot;pneumonia&quot;. Labels that mean the same can be put into one class.</source>
        <translation>A class is one of the answers that the network can give, such as &quot;normal&quot; or &quot;pneumonia&quot;. Labels that mean the same can be put into one class.</translation>
    </message>
    <message>
        <source>The class that means &quot;nothing found&quot;. It gets no threshold of its own: an image belongs to it when nothing else is above its threshold.</source>
        <translation>The class that means &quot;nothing found&quot;. It gets no threshold of its own: an image belongs to it when nothing else is above its threshold.</translation>
    </message>
    <message>
        <source>The images are dealt out to three parts that share nothing: one to learn from, one to steer by, one to examine with.</source>
        <translation>The images are dealt out to three parts that share nothing: one to learn from, one to steer by, one to examine with.</translation>
    </message>
    <message>
        <source>The images that the network learns from. Good results on these prove nothing: it may have learned them by heart.</source>
        <translation>The images that the network learns from. Good results on these prove nothing: it may have learned them by heart.</translation>
    </message>
    <message>
        <source>Images that the network never learns from. They show during training whether it has understood or only memorised, and choose the best epoch.</source>
        <translation>Images that the network never learns from. They show during training whether it has understood or only memorised, and choose the best epoch.</translation>
    </message>
    <message>
        <source>Images that are looked at once, at the very end. Only they tell how the network will do on images that nobody has seen.</source>
        <translation>Images that are looked at once, at the very end. Only they tell how the network will do on images that nobody has seen.</translation>
    </message>
    <message>
        <source>All images of one patient go to the same split. Otherwise the network can recognise the patient instead of the disease.</source>
        <translation>All images of one patient go to the same split. Otherwise the network can recognise the patient instead of the disease.</translation>
    </message>
    <message>
        <source>Something of the test images is already known from training, such as the same patient or a copy. The results then look better than they are.</source>
        <translation>Something of the test images is already known from training, such as the same patient or a copy. The results then look better than they are.</translation>
    </message>
    <message>
        <source>The hospital or collection that an image comes from. Devices leave traces in images, and a network learns them if they tell the class.</source>
        <translation>The hospital or collection that an image comes from. Devices leave traces in images, and a network learns them if they tell the class.</translation>
    </message>
    <message>
        <source>Two files with almost the same image, such as a copy saved again. In different splits they make results look better than they are.</source>
        <translation>Two files with almost the same image, such as a copy saved again. In different splits they make results look better than they are.</translation>
    </message>
    <message>
        <source>Whether bone is white or black. A data set should have one of the two.</source>
        <translation>Whether bone is white or black. A data set should have one of the two.</translation>
    </message>
    <message>
        <source>One step of calculation. The output of each layer is the input of the next: edges first, then textures, then findings.</source>
        <translation>One step of calculation. The output of each layer is the input of the next: edges first, then textures, then findings.</translation>
    </message>
    <message>
        <source>Slides small filters over the image; each answers to one pattern wherever it lies. What the patterns are is learned.</source>
        <translation>Slides small filters over the image; each answers to one pattern wherever it lies. What the patterns are is learned.</translation>
    </message>
    <message>
        <source>Brings the values between two layers to a common range. Training becomes faster and steadier.</source>
        <translation>Brings the values between two layers to a common range. Training becomes faster and steadier.</translation>
    </message>
    <message>
        <source>Bends the values, ReLU by setting negative ones to zero. Without it many layers could do no more than one.</source>
        <translation>Bends the values, ReLU by setting negative ones to zero. Without it many layers could do no more than one.</translation>
    </message>
    <message>
        <source>Makes the picture smaller by keeping the largest value or the mean of each window. The network sees more at once and becomes less particular about places.</source>
        <translation>Makes the picture smaller by keeping the largest value or the mean of each window. The network sees more at once and becomes less particular about places.</translation>
    </message>
    <message>
        <source>Averages each map down to a fixed size, mostly one number. Whatever the size of the image, the next layer gets the same number of values.</source>
        <translation>Averages each map down to a fixed size, mostly one number. Whatever the size of the image, the next layer gets the same number of values.</translation>
    </message>
    <message>
        <source>Sets a random part of the values to zero while training, so that the network cannot rely on a single one. A remedy for overfitting.</source>
        <translation>Sets a random part of the values to zero while training, so that the network cannot rely on a single one. A remedy for overfitting.</translation>
    </message>
    <message>
        <source>Lays all values out in one row, as a dense layer needs them.</source>
        <translation>Lays all values out in one row, as a dense layer needs them.</translation>
    </message>
    <message>
        <source>Each unit weighs all values of the layer before. Most parameters of small networks are here.</source>
        <translation>Each unit weighs all values of the layer before. Most parameters of small networks are here.</translation>
    </message>
    <message>
        <source>Turns the last values into one probability a class. The program adds it by itself.</source>
        <translation>Turns the last values into one probability a class. The program adds it by itself.</translation>
    </message>
    <message>
        <source>A published network of many layers that has proved itself, taken as a whole.</source>
        <translation>A published network of many layers that has proved itself, taken as a whole.</translation>
    </message>
    <message>
        <source>The numbers that are learned. More of them can learn more, but need more images and time, and memorise more easily.</source>
        <translation>The numbers that are learned. More of them can learn more, but need more images and time, and memorise more easily.</translation>
    </message>
    <message>
        <source>Height × width × maps of what the layer hands on.</source>
        <translation>Height × width × maps of what the layer hands on.</translation>
    </message>
    <message>
        <source>About what a layer needs while training with the batch size of the recipe: its output and the gradient of it, its parameters and what the optimiser keeps.</source>
        <translation>About what a layer needs while training with the batch size of the recipe: its output and the gradient of it, its parameters and what the optimiser keeps.</translation>
    </message>
    <message>
        <source>The network starts from what another one has learned, instead of from random values. It needs fewer images and fewer epochs.</source>
        <translation>The network starts from what another one has learned, instead of from random values. It needs fewer images and fewer epochs.</translation>
    </message>
    <message>
        <source>Everything that decides a training run: preparation of the images, network, optimiser, duration. The same recipe, data and seed give the same network.</source>
        <translation>Everything that decides a training run: preparation of the images, network, optimiser, duration. The same recipe, data and seed give the same network.</translation>
    </message>
    <message>
        <source>Small random changes of each training image at each look: turned, moved, brighter. The network sees no image twice and learns what does not matter.</source>
        <translation>Small random changes of each training image at each look: turned, moved, brighter. The network sees no image twice and learns what does not matter.</translation>
    </message>
    <message>
        <source>One pass over all training images.</source>
        <translation>One pass over all training images.</translation>
    </message>
    <message>
        <source>The images that are looked at together before the parameters are changed once.</source>
        <translation>The images that are looked at together before the parameters are changed once.</translation>
    </message>
    <message>
        <source>How wrong the network is, its certainty included: a confident mistake costs more than a doubtful one. Training makes this number smaller.</source>
        <translation>How wrong the network is, its certainty included: a confident mistake costs more than a doubtful one. Training makes this number smaller.</translation>
    </message>
    <message>
        <source>The share of images whose most probable class is the right one. Misleading when one class is much more frequent.</source>
        <translation>The share of images whose most probable class is the right one. Misleading when one class is much more frequent.</translation>
    </message>
    <message>
        <source>How far the parameters move at each step. Too small: hours for nothing; too large: the loss jumps or grows.</source>
        <translation>How far the parameters move at each step. Too small: hours for nothing; too large: the loss jumps or grows.</translation>
    </message>
    <message>
        <source>Tries learning rates from very small to very large in one short run. A good one lies where the loss falls most steeply, well before it grows.</source>
        <translation>Tries learning rates from very small to very large in one short run. A good one lies where the loss falls most steeply, well before it grows.</translation>
    </message>
    <message>
        <source>The rule by which the parameters follow the gradient of the loss.</source>
        <translation>The rule by which the parameters follow the gradient of the loss.</translation>
    </message>
    <message>
        <source>Training ends when the validation images have not improved for some epochs: going on would only memorise.</source>
        <translation>Training ends when the validation images have not improved for some epochs: going on would only memorise.</translation>
    </message>
    <message>
        <source>The epoch with the best result on the validation images. Its parameters are kept, not those of the last epoch.</source>
        <translation>The epoch with the best result on the validation images. Its parameters are kept, not those of the last epoch.</translation>
    </message>
    <message>
        <source>The network memorises the training images: their loss falls while that of the validation images grows. More images, augmentation or dropout help.</source>
        <translation>The network memorises the training images: their loss falls while that of the validation images grows. More images, augmentation or dropout help.</translation>
    </message>
    <message>
        <source>The whole state of a run on disk. From it an interrupted run goes on exactly where it was.</source>
        <translation>The whole state of a run on disk. From it an interrupted run goes on exactly where it was.</translation>
    </message>
    <message>
        <source>The start of all random numbers. The same seed draws the same splits, first parameters and augmentation.</source>
        <translation>The start of all random numbers. The same seed draws the same splits, first parameters and augmentation.</translation>
    </message>
    <message>
        <source>The parameters that are kept are a running mean of those of the last steps, which is steadier than the last step alone.</source>
        <translation>The parameters that are kept are a running mean of those of the last steps, which is steadier than the last step alone.</translation>
    </message>
    <message>
        <source>Trains once for each combination of chosen values and shows which does best on the validation images.</source>
        <translation>Trains once for each combination of chosen values and shows which does best on the validation images.</translation>
    </message>
    <message>
        <source>Shows which parts of the image weighed most for a class. It shows where the network looked, not whether it is right.</source>
        <translation>Shows which parts of the image weighed most for a class. It shows where the network looked, not whether it is right.</translation>
    </message>
    <message>
        <source>A row for each true class, a column for each answer: the diagonal is right, everything else shows what is taken for what.</source>
        <translation>A row for each true class, a column for each answer: the diagonal is right, everything else shows what is taken for what.</translation>
    </message>
    <message>
        <source>Of the images that were given this class, the share that really has it. The same as the positive predictive value in this data set.</source>
        <translation>Of the images that were given this class, the share that really has it. The same as the positive predictive value in this data set.</translation>
    </message>
    <message>
        <source>Of the images that have the finding, the share that is found. Also called recall.</source>
        <translation>Of the images that have the finding, the share that is found. Also called recall.</translation>
    </message>
    <message>
        <source>Of the images without the finding, the share that is left in peace.</source>
        <translation>Of the images without the finding, the share that is left in peace.</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and sensitivity: high only when both are.</source>
        <translation>Harmonic mean of precision and sensitivity: high only when both are.</translation>
    </message>
    <message>
        <source>Mean of the sensitivities of all classes, so that a frequent class does not hide a rare one.</source>
        <translation>Mean of the sensitivities of all classes, so that a frequent class does not hide a rare one.</translation>
    </message>
    <message>
        <source>The number of images that really have this class.</source>
        <translation>The number of images that really have this class.</translation>
    </message>
    <message>
        <source>The range in which the figure would lie in 95 of 100 data sets of this size. Few images: a wide range.</source>
        <translation>The range in which the figure would lie in 95 of 100 data sets of this size. Few images: a wide range.</translation>
    </message>
    <message>
        <source>Sensitivity against false alarms for every possible threshold. The further to the top left, the better; the diagonal is guessing.</source>
        <translation>Sensitivity against false alarms for every possible threshold. The further to the top left, the better; the diagonal is guessing.</translation>
    </message>
    <message>
        <source>The area under the ROC curve: how often a random image with the finding gets a higher score than one without. 0.5 is guessing, 1 is perfect.</source>
        <translation>The area under the ROC curve: how often a random image with the finding gets a higher score than one without. 0.5 is guessing, 1 is perfect.</translation>
    </message>
    <message>
        <source>Precision against sensitivity for every possible threshold. It tells more than the ROC curve when the finding is rare.</source>
        <translation>Precision against sensitivity for every possible threshold. It tells more than the ROC curve when the finding is rare.</translation>
    </message>
    <message>
        <source>The area under the precision-recall curve.</source>
        <translation>The area under the precision-recall curve.</translation>
    </message>
    <message>
        <source>From this probability on a finding is reported. Lower: fewer are missed, more false alarms; higher: the opposite.</source>
        <translation>From this probability on a finding is reported. Lower: fewer are missed, more false alarms; higher: the opposite.</translation>
    </message>
    <message>
        <source>How frequent the finding is among the people you examine. The predictive values depend on it, sensitivity and specificity do not.</source>
        <translation>How frequent the finding is among the people you examine. The predictive values depend on it, sensitivity and specificity do not.</translation>
    </message>
    <message>
        <source>When the network reports the finding: how often it is there, at this prevalence.</source>
        <translation>When the network reports the finding: how often it is there, at this prevalence.</translation>
    </message>
    <message>
        <source>When the network reports nothing: how often that is right, at this prevalence.</source>
        <translation>When the network reports nothing: how often that is right, at this prevalence.</translation>
    </message>
    <message>
        <source>Whether probabilities mean what they say: of the images that got 80 percent, 80 of 100 should have the finding.</source>
        <translation>Whether probabilities mean what they say: of the images that got 80 percent, 80 of 100 should have the finding.</translation>
    </message>
    <message>
        <source>The mean distance between what the probabilities promise and what comes true. Zero is best.</source>
        <translation>The mean distance between what the probabilities promise and what comes true. Zero is best.</translation>
    </message>
    <message>
        <source>The mean squared error of the probabilities: rewards being right and being honest about doubt. Zero is best.</source>
        <translation>The mean squared error of the probabilities: rewards being right and being honest about doubt. Zero is best.</translation>
    </message>
    <message>
        <source>What the network has made of an image before it decides: a row of numbers. Images that it takes for similar lie close together.</source>
        <translation>What the network has made of an image before it decides: a row of numbers. Images that it takes for similar lie close together.</translation>
    </message>
    <message>
        <source>PCA: the two directions in which the images differ most. Distances keep their meaning.</source>
        <translation>PCA: the two directions in which the images differ most. Distances keep their meaning.</translation>
    </message>
    <message>
        <source>A map that keeps neighbours together. Groups mean something, the distances between groups and their sizes do not.</source>
        <translation>A map that keeps neighbours together. Groups mean something, the distances between groups and their sizes do not.</translation>
    </message>
    <message>
        <source>A group of images that lie close together. A cluster of one source instead of one class is a warning.</source>
        <translation>A group of images that lie close together. A cluster of one source instead of one class is a warning.</translation>
    </message>
    <message>
        <source>The threshold that the viewer will use: your choice between missed findings and false alarms.</source>
        <translation>The threshold that the viewer will use: your choice between missed findings and false alarms.</translation>
    </message>
    <message>
        <source>Probabilities so close to the threshold that the viewer says &quot;indeterminate&quot; instead of yes or no.</source>
        <translation>Probabilities so close to the threshold that the viewer says &quot;indeterminate&quot; instead of yes or no.</translation>
    </message>
    <message>
        <source>Compares a new image with the training images. The viewer withholds its scores for images that are too strange.</source>
        <translation>Compares a new image with the training images. The viewer withholds its scores for images that are too strange.</translation>
    </message>
    <message>
        <source>One page about what the network is for, what it learned from, how good it is and where it fails.</source>
        <translation>One page about what the network is for, what it learned from, how good it is and where it fails.</translation>
    </message>
    <message>
        <source>A folder with the network, its parameters, thresholds, figures and card. It can be copied to another computer.</source>
        <translation>A folder with the network, its parameters, thresholds, figures and card. It can be copied to another computer.</translation>
    </message>
    <message>
        <source>The first layers keep what the other network has learned; only those after them learn. With few images this keeps the network from memorising them.</source>
        <translation>The first layers keep what the other network has learned; only those after them learn. With few images this keeps the network from memorising them.</translation>
    </message>
    <message>
        <source>Every image is once in the validation split, each time with a network trained on the others. What all of them come to depends less on chance than one split does.</source>
        <translation>Every image is once in the validation split, each time with a network trained on the others. What all of them come to depends less on chance than one split does.</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>size kept</source>
        <comment>padding</comment>
        <translation>size kept</translation>
    </message>
    <message>
        <source>no border</source>
        <comment>padding</comment>
        <translation>no border</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Convolution</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>Batch normalisation</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activation</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>Max pooling</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>Average pooling</translation>
    </message>
    <message>
        <source>Global pooling</source>
        <translation>Global pooling</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Flatten</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dense</translation>
    </message>
    <message>
        <source>none</source>
        <comment>activation</comment>
        <translation>none</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <comment>activation</comment>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>My own layers</source>
        <translation>My own layers</translation>
    </message>
    <message>
        <source>MobileNetV3, small</source>
        <translation>MobileNetV3, small</translation>
    </message>
    <message>
        <source>MobileNetV3, large</source>
        <translation>MobileNetV3, large</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n filter</numerusform>
            <numerusform>%n filters</numerusform>
        </translation>
    </message>
    <message>
        <source>stride %1</source>
        <translation>stride %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>size</comment>
        <translation>to %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>Output layer</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Layer %1</translation>
    </message>
    <message>
        <source>%1: its input is %2, the window %3. Take away a pooling layer, or make the window smaller.</source>
        <translation>%1: its input is %2, the window %3. Take away a pooling layer, or make the window smaller.</translation>
    </message>
    <message>
        <source>%1: it needs rows and columns, but stands behind a flatten layer. Move it up.</source>
        <translation>%1: it needs rows and columns, but stands behind a flatten layer. Move it up.</translation>
    </message>
    <message>
        <source>%1: it needs values in one row, but gets %2 maps of %3. Put a flatten layer before it.</source>
        <translation>%1: it needs values in one row, but gets %2 maps of %3. Put a flatten layer before it.</translation>
    </message>
    <message>
        <source>%1: %2 values are too many. Make the picture smaller before.</source>
        <translation>%1: %2 values are too many. Make the picture smaller before.</translation>
    </message>
    <message>
        <source>%1: with it the network has %2 parameters, which is too many. Make the picture smaller before, or the layer.</source>
        <translation>%1: with it the network has %2 parameters, which is too many. Make the picture smaller before, or the layer.</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Input</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>gray, normalised</source>
        <translation>gray, normalised</translation>
    </message>
    <message>
        <source>dense, sigmoid</source>
        <translation>dense, sigmoid</translation>
    </message>
    <message>
        <source>dense, softmax</source>
        <translation>dense, softmax</translation>
    </message>
    <message>
        <source>width %1, dropout %2</source>
        <translation>width %1, dropout %2</translation>
    </message>
    <message>
        <source>%L1 parameters</source>
        <translation>%L1 parameters</translation>
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
    <message>
        <source>heart %1</source>
        <comment>its width, with the unit</comment>
        <translation>heart %1</translation>
    </message>
    <message>
        <source>thorax %1</source>
        <comment>its width, with the unit</comment>
        <translation>thorax %1</translation>
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
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
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
    <message>
        <source>Presentation state</source>
        <translation>Presentation state</translation>
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
    <name>PlotExport</name>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Save the plot</translation>
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
    <name>RecipeFields</name>
    <message>
        <source>validation loss</source>
        <translation>validation loss</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>validation accuracy</translation>
    </message>
    <message>
        <source>validation AUC</source>
        <translation>validation AUC</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Pixels across that the network sees. Twice the side: four times the work.</source>
        <translation>Pixels across that the network sees. Twice the side: four times the work.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Pixels down that the network sees.</source>
        <translation>Pixels down that the network sees.</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Fitting</translation>
    </message>
    <message>
        <source>How an image of another shape is brought to this size.</source>
        <translation>How an image of another shape is brought to this size.</translation>
    </message>
    <message>
        <source>whole image, black border</source>
        <translation>whole image, black border</translation>
    </message>
    <message>
        <source>middle of the image</source>
        <translation>middle of the image</translation>
    </message>
    <message>
        <source>stretched</source>
        <translation>stretched</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>Radiographs have one gray channel. Three repeat it, for networks that were made for colour.</source>
        <translation>Radiographs have one gray channel. Three repeat it, for networks that were made for colour.</translation>
    </message>
    <message>
        <source>1 (gray)</source>
        <translation>1 (gray)</translation>
    </message>
    <message>
        <source>3 (gray, repeated)</source>
        <translation>3 (gray, repeated)</translation>
    </message>
    <message>
        <source>Local contrast (CLAHE)</source>
        <translation>Local contrast (CLAHE)</translation>
    </message>
    <message>
        <source>Evens out the contrast tile by tile, so that faint shadows show; the number limits how much.</source>
        <translation>Evens out the contrast tile by tile, so that faint shadows show; the number limits how much.</translation>
    </message>
    <message>
        <source>Tiles a side</source>
        <translation>Tiles a side</translation>
    </message>
    <message>
        <source>Into how many tiles a side the image is cut for the local contrast.</source>
        <translation>Into how many tiles a side the image is cut for the local contrast.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>Gray values 0 to 255 are multiplied by it: 0.003922 (1/255) makes them 0 to 1.</source>
        <translation>Gray values 0 to 255 are multiplied by it: 0.003922 (1/255) makes them 0 to 1.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>Subtracted after scaling, so that the values lie around zero: one number, or one a channel.</source>
        <translation>Subtracted after scaling, so that the values lie around zero: one number, or one a channel.</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standard deviation</translation>
    </message>
    <message>
        <source>The values are divided by it at last: one number, or one a channel.</source>
        <translation>The values are divided by it at last: one number, or one a channel.</translation>
    </message>
    <message>
        <source>Rotation, ± degrees</source>
        <translation>Rotation, ± degrees</translation>
    </message>
    <message>
        <source>Turned by up to so much. Patients rarely stand more than 10 degrees askew.</source>
        <translation>Turned by up to so much. Patients rarely stand more than 10 degrees askew.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Enlarged by a factor from this range; 1 to 1 is none.</source>
        <translation>Enlarged by a factor from this range; 1 to 1 is none.</translation>
    </message>
    <message>
        <source>Shift across, ±</source>
        <translation>Shift across, ±</translation>
    </message>
    <message>
        <source>Moved sideways by up to this fraction of the width.</source>
        <translation>Moved sideways by up to this fraction of the width.</translation>
    </message>
    <message>
        <source>Shift down, ±</source>
        <translation>Shift down, ±</translation>
    </message>
    <message>
        <source>Moved up or down by up to this fraction of the height.</source>
        <translation>Moved up or down by up to this fraction of the height.</translation>
    </message>
    <message>
        <source>Shear, ±</source>
        <translation>Shear, ±</translation>
    </message>
    <message>
        <source>Slanted by up to this fraction.</source>
        <translation>Slanted by up to this fraction.</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Mirror left and right</translation>
    </message>
    <message>
        <source>Every second image. In a chest the heart changes sides: use it only if sides do not matter.</source>
        <translation>Every second image. In a chest the heart changes sides: use it only if sides do not matter.</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>Mirror top and bottom</translation>
    </message>
    <message>
        <source>Every second image. Radiographs are never upside down, so mostly of no use.</source>
        <translation>Every second image. Radiographs are never upside down, so mostly of no use.</translation>
    </message>
    <message>
        <source>Random part, area</source>
        <translation>Random part, area</translation>
    </message>
    <message>
        <source>Only a random part of the image with an area from this range is shown, at full size. A finding outside is lost.</source>
        <translation>Only a random part of the image with an area from this range is shown, at full size. A finding outside is lost.</translation>
    </message>
    <message>
        <source>Brightness, ±</source>
        <translation>Brightness, ±</translation>
    </message>
    <message>
        <source>Brighter or darker by up to this fraction, as exposures differ.</source>
        <translation>Brighter or darker by up to this fraction, as exposures differ.</translation>
    </message>
    <message>
        <source>Contrast, ±</source>
        <translation>Contrast, ±</translation>
    </message>
    <message>
        <source>More or less contrast by up to this fraction.</source>
        <translation>More or less contrast by up to this fraction.</translation>
    </message>
    <message>
        <source>Gamma, ±</source>
        <translation>Gamma, ±</translation>
    </message>
    <message>
        <source>Middle gray values brighter or darker, black and white as they are.</source>
        <translation>Middle gray values brighter or darker, black and white as they are.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Noise</translation>
    </message>
    <message>
        <source>Grain as at a low dose: standard deviation up to this fraction of white.</source>
        <translation>Grain as at a low dose: standard deviation up to this fraction of white.</translation>
    </message>
    <message>
        <source>Blur, pixels</source>
        <translation>Blur, pixels</translation>
    </message>
    <message>
        <source>Softened by up to so many pixels (sigma), as by movement.</source>
        <translation>Softened by up to so many pixels (sigma), as by movement.</translation>
    </message>
    <message>
        <source>Cut-out</source>
        <translation>Cut-out</translation>
    </message>
    <message>
        <source>A black square with a side up to this fraction, so that the network does not rely on one place.</source>
        <translation>A black square with a side up to this fraction, so that the network does not rely on one place.</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>Outside the image</translation>
    </message>
    <message>
        <source>What fills the corners when the image is turned or moved.</source>
        <translation>What fills the corners when the image is turned or moved.</translation>
    </message>
    <message>
        <source>nearest pixel</source>
        <translation>nearest pixel</translation>
    </message>
    <message>
        <source>black</source>
        <translation>black</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>How being wrong is counted. Focal loss counts easy images less, for rare findings.</source>
        <translation>How being wrong is counted. Focal loss counts easy images less, for rare findings.</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>cross-entropy</translation>
    </message>
    <message>
        <source>focal loss</source>
        <translation>focal loss</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Focus</translation>
    </message>
    <message>
        <source>How much less easy images count; 2 is usual.</source>
        <translation>How much less easy images count; 2 is usual.</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>Class weights</translation>
    </message>
    <message>
        <source>Balanced: mistakes in rare classes count more, so that they are not drowned.</source>
        <translation>Balanced: mistakes in rare classes count more, so that they are not drowned.</translation>
    </message>
    <message>
        <source>all images alike</source>
        <translation>all images alike</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>balanced</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label smoothing</translation>
    </message>
    <message>
        <source>Asks for a little less than certainty, which makes the network less overconfident. 0.05 to 0.1 is usual.</source>
        <translation>Asks for a little less than certainty, which makes the network less overconfident. 0.05 to 0.1 is usual.</translation>
    </message>
    <message>
        <source>Drawing of images</source>
        <translation>Drawing of images</translation>
    </message>
    <message>
        <source>each once an epoch</source>
        <translation>each once an epoch</translation>
    </message>
    <message>
        <source>classes equally often</source>
        <translation>classes equally often</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimiser</translation>
    </message>
    <message>
        <source>The rule by which the parameters follow the gradient. Adam and AdamW forgive most.</source>
        <translation>The rule by which the parameters follow the gradient. Adam and AdamW forgive most.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Learning rate</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Weight decay</translation>
    </message>
    <message>
        <source>Pulls the parameters towards zero, against memorising. 0.0001 to 0.05 is usual.</source>
        <translation>Pulls the parameters towards zero, against memorising. 0.0001 to 0.05 is usual.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>How much of the last step goes on; 0.9 is usual with SGD.</source>
        <translation>How much of the last step goes on; 0.9 is usual with SGD.</translation>
    </message>
    <message>
        <source>Course of the learning rate</source>
        <translation>Course of the learning rate</translation>
    </message>
    <message>
        <source>Large steps first and small ones at the end find better networks than equal ones.</source>
        <translation>Large steps first and small ones at the end find better networks than equal ones.</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>constant</translation>
    </message>
    <message>
        <source>smaller when nothing improves</source>
        <translation>smaller when nothing improves</translation>
    </message>
    <message>
        <source>falling as a cosine</source>
        <translation>falling as a cosine</translation>
    </message>
    <message>
        <source>up, then down (one cycle)</source>
        <translation>up, then down (one cycle)</translation>
    </message>
    <message>
        <source>Warm-up, epochs</source>
        <translation>Warm-up, epochs</translation>
    </message>
    <message>
        <source>The rate grows from zero for so many epochs, which spares the first, random steps.</source>
        <translation>The rate grows from zero for so many epochs, which spares the first, random steps.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Factor</translation>
    </message>
    <message>
        <source>The rate is multiplied by it when the validation loss no longer improves.</source>
        <translation>The rate is multiplied by it when the validation loss no longer improves.</translation>
    </message>
    <message>
        <source>Patience, epochs</source>
        <translation>Patience, epochs</translation>
    </message>
    <message>
        <source>So many epochs without improvement are waited for.</source>
        <translation>So many epochs without improvement are waited for.</translation>
    </message>
    <message>
        <source>Smallest rate</source>
        <translation>Smallest rate</translation>
    </message>
    <message>
        <source>The learning rate does not fall below it.</source>
        <translation>The learning rate does not fall below it.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochs</translation>
    </message>
    <message>
        <source>How often all training images are looked at, at most.</source>
        <translation>How often all training images are looked at, at most.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch size</translation>
    </message>
    <message>
        <source>Images that are looked at together before each step. More need more memory; 16 to 64 is usual.</source>
        <translation>Images that are looked at together before each step. More need more memory; 16 to 64 is usual.</translation>
    </message>
    <message>
        <source>Stop early after epochs</source>
        <translation>Stop early after epochs</translation>
    </message>
    <message>
        <source>Training ends when so many epochs have brought no improvement: going on would only memorise.</source>
        <translation>Training ends when so many epochs have brought no improvement: going on would only memorise.</translation>
    </message>
    <message>
        <source>without improvement of</source>
        <translation>without improvement of</translation>
    </message>
    <message>
        <source>The figure that is watched for stopping early.</source>
        <translation>The figure that is watched for stopping early.</translation>
    </message>
    <message>
        <source>none: keep the last epoch</source>
        <translation>none: keep the last epoch</translation>
    </message>
    <message>
        <source>Keep the epoch with the best</source>
        <translation>Keep the epoch with the best</translation>
    </message>
    <message>
        <source>The parameters of this epoch become the network.</source>
        <translation>The parameters of this epoch become the network.</translation>
    </message>
    <message>
        <source>Limit of the gradient</source>
        <translation>Limit of the gradient</translation>
    </message>
    <message>
        <source>Steps that would be longer are cut to this length, so that one odd batch does not spoil everything.</source>
        <translation>Steps that would be longer are cut to this length, so that one odd batch does not spoil everything.</translation>
    </message>
    <message>
        <source>Averaging of parameters</source>
        <translation>Averaging of parameters</translation>
    </message>
    <message>
        <source>Decay of a running mean of the parameters; 0 is none, 0.999 is usual in long runs.</source>
        <translation>Decay of a running mean of the parameters; 0 is none, 0.999 is usual in long runs.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>bfloat16 is faster on processors and cards that have it, with almost the same result.</source>
        <translation>bfloat16 is faster on processors and cards that have it, with almost the same result.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>The start of all random numbers. Another seed gives other splits and another network: the spread tells how much is chance.</source>
        <translation>The start of all random numbers. Another seed gives other splits and another network: the spread tells how much is chance.</translation>
    </message>
    <message>
        <source>Two numbers from %1 to %2 are needed, the second not below the first.</source>
        <translation>Two numbers from %1 to %2 are needed, the second not below the first.</translation>
    </message>
    <message>
        <source>One number, or one for each channel, separated by blanks.</source>
        <translation>One number, or one for each channel, separated by blanks.</translation>
    </message>
    <message>
        <source>A whole number is needed.</source>
        <translation>A whole number is needed.</translation>
    </message>
    <message>
        <source>A number from %1 to %2 is needed.</source>
        <translation>A number from %1 to %2 is needed.</translation>
    </message>
    <message>
        <source>Input of the network</source>
        <translation>Input of the network</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentation</translation>
    </message>
    <message>
        <source>Loss and balance</source>
        <translation>Loss and balance</translation>
    </message>
    <message>
        <source>Learning rate over time</source>
        <translation>Learning rate over time</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>How far the parameters move at each step. Too small: hours for nothing; too large: the loss jumps or grows. 0.001 is a good start; the step Train can find one for your data.</source>
        <translation>How far the parameters move at each step. Too small: hours for nothing; too large: the loss jumps or grows. 0.001 is a good start; the step Train can find one for your data.</translation>
    </message>
    <message>
        <source>Squashing, ±</source>
        <translation>Squashing, ±</translation>
    </message>
    <message>
        <source>Wider or narrower by up to this fraction: pictures in collections were often squeezed into squares.</source>
        <translation>Wider or narrower by up to this fraction: pictures in collections were often squeezed into squares.</translation>
    </message>
    <message>
        <source>Lost detail</source>
        <translation>Lost detail</translation>
    </message>
    <message>
        <source>Share of the images that are shrunk and enlarged again, so that the network cannot tell a hospital by its sharpness.</source>
        <translation>Share of the images that are shrunk and enlarged again, so that the network cannot tell a hospital by its sharpness.</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>Half of the images get a frame of up to this fraction, as scans and screenshots have it.</source>
        <translation>Half of the images get a frame of up to this fraction, as scans and screenshots have it.</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marks</translation>
    </message>
    <message>
        <source>Chance of each of up to three small boxes drawn on an image, so that the network does not read side markers and letters.</source>
        <translation>Chance of each of up to three small boxes drawn on an image, so that the network does not read side markers and letters.</translation>
    </message>
    <message>
        <source>Mixup, α</source>
        <translation>Mixup, α</translation>
    </message>
    <message>
        <source>In half of the batches two images and their labels are blended; 0 does not, 0.2 blends a little, 1 a good deal.</source>
        <translation>In half of the batches two images and their labels are blended; 0 does not, 0.2 blends a little, 1 a good deal.</translation>
    </message>
    <message>
        <source>Lungs alone</source>
        <translation>Lungs alone</translation>
    </message>
    <message>
        <source>Share of the images of which only the lungs are shown (chest films): what lies around them tells the hospital rather than the disease.</source>
        <translation>Share of the images of which only the lungs are shown (chest films): what lies around them tells the hospital rather than the disease.</translation>
    </message>
    <message>
        <source>Lungs hidden</source>
        <translation>Lungs hidden</translation>
    </message>
    <message>
        <source>Share of the images whose lungs are black (chest films). The network learns that it cannot know the answer then.</source>
        <translation>Share of the images whose lungs are black (chest films). The network learns that it cannot know the answer then.</translation>
    </message>
    <message>
        <source>Part of the image</source>
        <translation>Part of the image</translation>
    </message>
    <message>
        <source>The lungs alone: a chest film is cut to them before anything else, so that the network cannot judge by what lies around them. A film on which no lungs are found stays whole.</source>
        <translation>The lungs alone: a chest film is cut to them before anything else, so that the network cannot judge by what lies around them. A film on which no lungs are found stays whole.</translation>
    </message>
    <message>
        <source>whole image</source>
        <translation>whole image</translation>
    </message>
    <message>
        <source>lungs</source>
        <translation>lungs</translation>
    </message>
    <message>
        <source>Source adjustment</source>
        <translation>Source adjustment</translation>
    </message>
    <message>
        <source>classes and sources equally</source>
        <translation>classes and sources equally</translation>
    </message>
    <message>
        <source>Takes out of the loss what the source alone says about the class, so that recognising the hospital gains less: 0 not at all, 1 in full. Needs a manifest with the column “source”. 0.5 made the chest model better on other hospitals and a little worse on the same ones. The losses in training and in validation are then not of one kind.</source>
        <translation>Takes out of the loss what the source alone says about the class, so that recognising the hospital gains less: 0 not at all, 1 in full. Needs a manifest with the column “source”. 0.5 made the chest model better on other hospitals and a little worse on the same ones. The losses in training and in validation are then not of one kind.</translation>
    </message>
    <message>
        <source>Balanced drawing shows rare classes, or rare sources within a class, more often. The finished model reckons with how often classes are in the data: its accuracy differs a little from the curves of the training.</source>
        <translation>Balanced drawing shows rare classes, or rare sources within a class, more often. The finished model reckons with how often classes are in the data: its accuracy differs a little from the curves of the training.</translation>
    </message>
</context>
<context>
    <name>RunFailureText</name>
    <message>
        <source>The system ended the training, most likely because memory ran out. The window and the last complete epoch are safe.</source>
        <translation>The system ended the training, most likely because memory ran out. The window and the last complete epoch are safe.</translation>
    </message>
    <message numerus="yes">
        <source>A batch of %n image(s) did not fit into memory.</source>
        <translation>
            <numerusform>A batch of %n image did not fit into memory.</numerusform>
            <numerusform>A batch of %n images did not fit into memory.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A batch of %n image(s) probably does. Closing other programs or a smaller network helps as well.</source>
        <translation>
            <numerusform>A batch of %n image probably does. Closing other programs or a smaller network helps as well.</numerusform>
            <numerusform>A batch of %n images probably does. Closing other programs or a smaller network helps as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train with batches of %n image(s)</source>
        <translation>
            <numerusform>Train with batches of %n image</numerusform>
            <numerusform>Train with batches of %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>The loss grew without bounds: the steps of the optimizer were too large. A lower learning rate or a gradient clip mends that; so does checking the data for broken images.</source>
        <translation>The loss grew without bounds: the steps of the optimizer were too large. A lower learning rate or a gradient clip mends that; so does checking the data for broken images.</translation>
    </message>
    <message>
        <source>Train with learning rate %1</source>
        <translation>Train with learning rate %1</translation>
    </message>
    <message>
        <source>Mend the field in step 2 or 3 and train again.</source>
        <translation>Mend the field in step 2 or 3 and train again.</translation>
    </message>
    <message>
        <source>Mend the layer in step 3 and train again.</source>
        <translation>Mend the layer in step 3 and train again.</translation>
    </message>
    <message>
        <source>Go back to step 1 and look at classes, splits and files.</source>
        <translation>Go back to step 1 and look at classes, splits and files.</translation>
    </message>
    <message>
        <source>If a data folder was moved, choose it again in step 1.</source>
        <translation>If a data folder was moved, choose it again in step 1.</translation>
    </message>
    <message>
        <source>Train anew: data or recipe are no longer those of the run.</source>
        <translation>Train anew: data or recipe are no longer those of the run.</translation>
    </message>
    <message>
        <source>The log below says more. The last complete epoch is kept and can be resumed.</source>
        <translation>The log below says more. The last complete epoch is kept and can be resumed.</translation>
    </message>
    <message>
        <source>The training stopped with an error</source>
        <translation>The training stopped with an error</translation>
    </message>
    <message>
        <source>Not even a batch of two images does: a smaller input (step 2) or network (step 3) is needed.</source>
        <translation>Not even a batch of two images does: a smaller input (step 2) or network (step 3) is needed.</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>Epoch %1: training loss %2, accuracy %3; validation loss %4, accuracy %5, AUC %6; %7</source>
        <translation>Epoch %1: training loss %2, accuracy %3; validation loss %4, accuracy %5, AUC %6; %7</translation>
    </message>
    <message>
        <source>%1; the best so far</source>
        <translation>%1; the best so far</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Started: %L1 parameters, %2, %3</source>
        <comment>parameters, device, precision</comment>
        <translation>Started: %L1 parameters, %2, %3</translation>
    </message>
    <message>
        <source>The learning rate is now %1.</source>
        <translation>The learning rate is now %1.</translation>
    </message>
    <message>
        <source>Stopped early after epoch %1: nothing got better since epoch %2.</source>
        <translation>Stopped early after epoch %1: nothing got better since epoch %2.</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>epoch %1 of %2</translation>
    </message>
    <message>
        <source>best epoch %1 (validation loss %2, accuracy %3)</source>
        <translation>best epoch %1 (validation loss %2, accuracy %3)</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 images/s</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>about %1 left</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 parameters</source>
        <translation>%L1 parameters</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>Finished: %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Stopped: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Failed: %1</translation>
    </message>
    <message>
        <source>The run %1, started %2, is not finished. It can go on from its last complete epoch.</source>
        <comment>name, date</comment>
        <translation>The run %1, started %2, is not finished. It can go on from its last complete epoch.</translation>
    </message>
    <message>
        <source>rate %1 of %2: %3</source>
        <translation>rate %1 of %2: %3</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>part %1 of %2</translation>
    </message>
    <message>
        <source>The learning rates have been tried</source>
        <translation>The learning rates have been tried</translation>
    </message>
    <message>
        <source>The search for a learning rate was cancelled</source>
        <translation>The search for a learning rate was cancelled</translation>
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
    <message>
        <source>Presentation state: %1</source>
        <translation>Presentation state: %1</translation>
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
    <name>nefes::ui::AboutDialog</name>
    <message>
        <source>being loaded…</source>
        <comment>LibTorch</comment>
        <translation>being loaded…</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <comment>LibTorch</comment>
        <translation>not loaded yet</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processor</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>processor</comment>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Vector instructions</source>
        <translation>Vector instructions</translation>
    </message>
    <message>
        <source>%1, of which the analysis uses %2</source>
        <comment>threads</comment>
        <translation>%1, of which the analysis uses %2</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>no NVIDIA graphics card</source>
        <translation>no NVIDIA graphics card</translation>
    </message>
    <message>
        <source>%1 (not used by this LibTorch)</source>
        <comment>graphics card</comment>
        <translation>%1 (not used by this LibTorch)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>About Nefes</source>
        <translation>About Nefes</translation>
    </message>
    <message>
        <source>A radiology viewer with an embedded classifier and a training wizard.</source>
        <translation>A radiology viewer with an embedded classifier and a training wizard.</translation>
    </message>
    <message>
        <source>AI estimate, not a diagnosis. Nefes is not a medical device: use what it says for research and teaching, beside your own judgement.</source>
        <translation>AI estimate, not a diagnosis. Nefes is not a medical device: use what it says for research and teaching, beside your own judgement.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>Free software under the GNU General Public License, version 3 or later; it comes without any warranty.</translation>
    </message>
    <message>
        <source>Versions and device</source>
        <translation>Versions and device</translation>
    </message>
    <message>
        <source>Load LibTorch and show its version</source>
        <translation>Load LibTorch and show its version</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Open the log folder</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copies versions and device as text. No patient data.</source>
        <translation>Copies versions and device as text. No patient data.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
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
    <message>
        <source>Training</source>
        <translation>Training</translation>
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
    <message>
        <source>Model that judges the image</source>
        <translation>Model that judges the image</translation>
    </message>
    <message>
        <source>%1 of the map lies inside the lungs.</source>
        <comment>percent</comment>
        <translation>%1 of the map lies inside the lungs.</translation>
    </message>
    <message>
        <source>%1 Much of it lies outside: the estimate may rest on something else.</source>
        <comment>a whole sentence</comment>
        <translation>%1 Much of it lies outside: the estimate may rest on something else.</translation>
    </message>
    <message>
        <source>The model judges with two networks; the map is the first one&apos;s.</source>
        <translation>The model judges with two networks; the map is the first one&apos;s.</translation>
    </message>
    <message>
        <source>The input check found nothing against it.</source>
        <translation>The input check found nothing against it.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::AugmentationPreview</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>What the network gets: %1 × %2</source>
        <translation>What the network gets: %1 × %2</translation>
    </message>
    <message>
        <source>Eight looks of training at it</source>
        <translation>Eight looks of training at it</translation>
    </message>
    <message>
        <source>Click for other random changes</source>
        <translation>Click for other random changes</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>Draw %1</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Draw again</translation>
    </message>
    <message>
        <source>Other random changes of the same image.</source>
        <translation>Other random changes of the same image.</translation>
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
    <name>nefes::ui::ClassGallery</name>
    <message>
        <source>%1 – click for other images</source>
        <comment>file name</comment>
        <translation>%1 – click for other images</translation>
    </message>
    <message>
        <source>Example %1</source>
        <comment>file name</comment>
        <translation>Example %1</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ClassTable</name>
    <message>
        <source>Label in the folder</source>
        <translation>Label in the folder</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>label, folder</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Use %1</source>
        <comment>label</comment>
        <translation>Use %1</translation>
    </message>
    <message>
        <source>Without the tick these images are left out.</source>
        <translation>Without the tick these images are left out.</translation>
    </message>
    <message>
        <source>Class of %1</source>
        <comment>label</comment>
        <translation>Class of %1</translation>
    </message>
    <message>
        <source>Give two labels the same class to put them together.</source>
        <translation>Give two labels the same class to put them together.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ConfusionView</name>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Precision (PPV)</source>
        <translation>Precision (PPV)</translation>
    </message>
    <message>
        <source>Recall (sensitivity)</source>
        <translation>Recall (sensitivity)</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Specificity</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Average precision</translation>
    </message>
    <message>
        <source>Confusion matrix: rows are the truth, columns what the model says; click a cell to see its images</source>
        <translation>Confusion matrix: rows are the truth, columns what the model says; click a cell to see its images</translation>
    </message>
    <message>
        <source>By class, one against the rest, with 95% intervals</source>
        <translation>By class, one against the rest, with 95% intervals</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Confusion matrix</translation>
    </message>
    <message>
        <source>Report by class</source>
        <translation>Report by class</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s): accuracy %1, balanced accuracy %2, mean AUC %3, calibration error (ECE) %4, Brier score %5.</source>
        <translation>
            <numerusform>%n image: accuracy %1, balanced accuracy %2, mean AUC %3, calibration error (ECE) %4, Brier score %5.</numerusform>
            <numerusform>%n images: accuracy %1, balanced accuracy %2, mean AUC %3, calibration error (ECE) %4, Brier score %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The input check turned %n of them away; they are counted all the same.</source>
        <translation>
            <numerusform>The input check turned %n of them away; it is counted all the same.</numerusform>
            <numerusform>The input check turned %n of them away; they are counted all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n file could not be read.</numerusform>
            <numerusform>%n files could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) have a label that the model does not know.</source>
        <translation>
            <numerusform>%n image has a label that the model does not know.</numerusform>
            <numerusform>%n images have a label that the model does not know.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of “%1” judged as “%2”.</source>
        <translation>
            <numerusform>%n image of “%1” judged as “%2”.</numerusform>
            <numerusform>%n images of “%1” judged as “%2”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to see them.</source>
        <translation>Click to see them.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::CrashBar</name>
    <message numerus="yes">
        <source>Nefes has ended unexpectedly. %n report(s) of it lie on this computer: version and stack, nothing of what was open. Nothing is sent anywhere.</source>
        <translation>
            <numerusform>Nefes has ended unexpectedly. A report of it lies on this computer: version and stack, nothing of what was open. Nothing is sent anywhere.</numerusform>
            <numerusform>Nefes has ended unexpectedly %n times. The reports lie on this computer: version and stack, nothing of what was open. Nothing is sent anywhere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>crash reports</comment>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Keep on the disk, do not ask again</source>
        <translation>Keep on the disk, do not ask again</translation>
    </message>
</context>
<context>
    <name>nefes::ui::DataLoader</name>
    <message>
        <source>No image of &quot;%1&quot; is left for training. Give validation and test a smaller share, or add images.</source>
        <translation>No image of &quot;%1&quot; is left for training. Give validation and test a smaller share, or add images.</translation>
    </message>
    <message>
        <source>No image of &quot;%1&quot; is in the validation split. Give it a larger share, or add images.</source>
        <translation>No image of &quot;%1&quot; is in the validation split. Give it a larger share, or add images.</translation>
    </message>
    <message>
        <source>Choose a folder of labelled images to begin with.</source>
        <translation>Choose a folder of labelled images to begin with.</translation>
    </message>
    <message>
        <source>The folders are being read.</source>
        <translation>The folders are being read.</translation>
    </message>
    <message>
        <source>A folder cannot be used: mend it or take it out of the list.</source>
        <translation>A folder cannot be used: mend it or take it out of the list.</translation>
    </message>
    <message>
        <source>No image is left. Tick at least two classes, or choose another folder.</source>
        <translation>No image is left. Tick at least two classes, or choose another folder.</translation>
    </message>
    <message>
        <source>There is only one class, &quot;%1&quot;. A network learns differences: it needs two classes or more.</source>
        <translation>There is only one class, &quot;%1&quot;. A network learns differences: it needs two classes or more.</translation>
    </message>
    <message>
        <source>The images are being checked.</source>
        <translation>The images are being checked.</translation>
    </message>
    <message>
        <source>Not one of the files can be read as an image.</source>
        <translation>Not one of the files can be read as an image.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::DataPage</name>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Which images the network learns from, what it is to tell apart, and what it will be examined with.</source>
        <translation>Which images the network learns from, what it is to tell apart, and what it will be examined with.</translation>
    </message>
    <message>
        <source>Folder of labelled images</source>
        <translation>Folder of labelled images</translation>
    </message>
    <message>
        <source>Cancelled: broken files and near-duplicates have not been looked for.</source>
        <translation>Cancelled: broken files and near-duplicates have not been looked for.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out.</source>
        <translation>
            <numerusform>%n file left out.</numerusform>
            <numerusform>%n files left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the images…</source>
        <translation>Looking at the images…</translation>
    </message>
    <message>
        <source>Looking at the images: %1 of %2</source>
        <translation>Looking at the images: %1 of %2</translation>
    </message>
    <message>
        <source>Drop a folder of labelled images here</source>
        <translation>Drop a folder of labelled images here</translation>
    </message>
    <message>
        <source>With a subfolder for each class, such as normal and pneumonia; or with train, val and test and the classes inside; or with a manifest.csv.</source>
        <translation>With a subfolder for each class, such as normal and pneumonia; or with train, val and test and the classes inside; or with a manifest.csv.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Add folder…</translation>
    </message>
    <message>
        <source>Several folders are put together to one data set.</source>
        <translation>Several folders are put together to one data set.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cancel looking at the images</source>
        <translation>Cancel looking at the images</translation>
    </message>
    <message>
        <source>Images looked at</source>
        <translation>Images looked at</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Splits</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Count the images by</source>
        <translation>Count the images by</translation>
    </message>
    <message>
        <source>by split</source>
        <translation>by split</translation>
    </message>
    <message>
        <source>by source</source>
        <translation>by source</translation>
    </message>
    <message>
        <source>patients by split</source>
        <translation>patients by split</translation>
    </message>
    <message>
        <source>by age group</source>
        <translation>by age group</translation>
    </message>
    <message>
        <source>Images of each class</source>
        <translation>Images of each class</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>Draw others</source>
        <translation>Draw others</translation>
    </message>
    <message>
        <source>Shows other images of each class, drawn by chance.</source>
        <translation>Shows other images of each class, drawn by chance.</translation>
    </message>
    <message>
        <source>Take them back</source>
        <translation>Take them back</translation>
    </message>
</context>
<context>
    <name>nefes::ui::DiagramPanel</name>
    <message>
        <source>Save the diagram</source>
        <translation>Save the diagram</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG drawing (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG picture (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagram</translation>
    </message>
    <message>
        <source>Diagram of the layers</source>
        <translation>Diagram of the layers</translation>
    </message>
    <message>
        <source>Save the diagram as SVG</source>
        <translation>Save the diagram as SVG</translation>
    </message>
    <message>
        <source>Save the diagram as PNG</source>
        <translation>Save the diagram as PNG</translation>
    </message>
</context>
<context>
    <name>nefes::ui::EmbeddingView</name>
    <message>
        <source>cluster %1</source>
        <translation>cluster %1</translation>
    </message>
    <message>
        <source>%1, truth: %2, model: %3</source>
        <translation>%1, truth: %2, model: %3</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Projection</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Colour by</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>true class</translation>
    </message>
    <message>
        <source>class that the model says</source>
        <translation>class that the model says</translation>
    </message>
    <message>
        <source>cluster (k-means)</source>
        <translation>cluster (k-means)</translation>
    </message>
    <message>
        <source>Map of the features</source>
        <translation>Map of the features</translation>
    </message>
    <message>
        <source>Computing the map…</source>
        <translation>Computing the map…</translation>
    </message>
    <message>
        <source>Images that lie close together look alike to the network. %1% of them have the most frequent class of their cluster. Click a point to open its image.</source>
        <translation>Images that lie close together look alike to the network. %1% of them have the most frequent class of their cluster. Click a point to open its image.</translation>
    </message>
    <message>
        <source>There are too few images for a map.</source>
        <translation>There are too few images for a map.</translation>
    </message>
    <message>
        <source>t-SNE compares every image with every other: it is drawn for %1 to %L2 images. These are %L3, so PCA is shown; a smaller split, such as the test images, can have both.</source>
        <translation>t-SNE compares every image with every other: it is drawn for %1 to %L2 images. These are %L3, so PCA is shown; a smaller split, such as the test images, can have both.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::EvaluatePage</name>
    <message>
        <source>Evaluate</source>
        <translation>Evaluate</translation>
    </message>
    <message>
        <source>Where the model is right, where it errs and what it looks at, on images whose truth is known.</source>
        <translation>Where the model is right, where it errs and what it looks at, on images whose truth is known.</translation>
    </message>
    <message>
        <source>Train a model first.</source>
        <translation>Train a model first.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>training</source>
        <translation>training</translation>
    </message>
    <message>
        <source>all in the folders</source>
        <translation>all in the folders</translation>
    </message>
    <message>
        <source>Validation images chose the epoch; only test images tell how the model does on new ones. Training images look better than they are.</source>
        <translation>Validation images chose the epoch; only test images tell how the model does on new ones. Training images look better than they are.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Progress of the evaluation</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Threshold</translation>
    </message>
    <message>
        <source>Worst errors</source>
        <translation>Worst errors</translation>
    </message>
    <message>
        <source>Right ones</source>
        <translation>Right ones</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Compare runs</translation>
    </message>
    <message>
        <source>Choose a model and images, then evaluate: the model judges each image, and the tabs show where it is right and wrong.</source>
        <translation>Choose a model and images, then evaluate: the model judges each image, and the tabs show where it is right and wrong.</translation>
    </message>
    <message numerus="yes">
        <source>Truth: %1, model: %2 (%n image(s), surest first)</source>
        <translation>
            <numerusform>Truth: %1, model: %2 (%n image, surest first)</numerusform>
            <numerusform>Truth: %1, model: %2 (%n images, surest first)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing evaluated yet.</source>
        <translation>Nothing evaluated yet.</translation>
    </message>
    <message>
        <source>The errors of which the model was surest, with where it looked. Labels may be wrong as well: look at the image in the viewer (double-click).</source>
        <translation>The errors of which the model was surest, with where it looked. Labels may be wrong as well: look at the image in the viewer (double-click).</translation>
    </message>
    <message>
        <source>There is no error among these images.</source>
        <translation>There is no error among these images.</translation>
    </message>
    <message>
        <source>The surest right answers of each class: does the model look where a radiologist would?</source>
        <translation>The surest right answers of each class: does the model look where a radiologist would?</translation>
    </message>
    <message>
        <source>Images of the cell</source>
        <translation>Images of the cell</translation>
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
    <name>nefes::ui::FieldEditor</name>
    <message>
        <source>Use: %1</source>
        <comment>field</comment>
        <translation>Use: %1</translation>
    </message>
    <message>
        <source>%1, from</source>
        <comment>field</comment>
        <translation>%1, from</translation>
    </message>
    <message>
        <source>%1, to</source>
        <comment>field</comment>
        <translation>%1, to</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <comment>field</comment>
        <translation>%1, slider</translation>
    </message>
</context>
<context>
    <name>nefes::ui::FolderList</name>
    <message>
        <source>This folder is gone. Put it back, or take it out of the list.</source>
        <translation>This folder is gone. Put it back, or take it out of the list.</translation>
    </message>
    <message>
        <source>No labelled images in here. Needed are subfolders, one a class, or a manifest.csv.</source>
        <translation>No labelled images in here. Needed are subfolders, one a class, or a manifest.csv.</translation>
    </message>
    <message>
        <source>Its manifest.csv cannot be used: %1</source>
        <translation>Its manifest.csv cannot be used: %1</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Being read…</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Take this folder out of the list. The files stay.</source>
        <translation>Take this folder out of the list. The files stay.</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <comment>folder</comment>
        <translation>Take out %1</translation>
    </message>
</context>
<context>
    <name>nefes::ui::FoldsView</name>
    <message>
        <source>%1 of %2 parts are done.</source>
        <translation>%1 of %2 parts are done.</translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>part %1</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>Parts of the cross-validation</source>
        <translation>Parts of the cross-validation</translation>
    </message>
    <message>
        <source>Cross-validate</source>
        <translation>Cross-validate</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s), which take about so many times as long as one.</source>
        <translation>
            <numerusform>%n training.</numerusform>
            <numerusform>%n trainings, which take about so many times as long as one.</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts and what they came to</source>
        <translation>Parts and what they came to</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Accuracy</translation>
    </message>
    <message>
        <source>Mean AUC</source>
        <translation>Mean AUC</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Best epoch</translation>
    </message>
    <message>
        <source>Classes over all parts</source>
        <translation>Classes over all parts</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Recall (sensitivity)</source>
        <translation>Recall (sensitivity)</translation>
    </message>
    <message>
        <source>Precision (PPV)</source>
        <translation>Precision (PPV)</translation>
    </message>
    <message>
        <source>&lt;b&gt;Accuracy over all images: %1&lt;/b&gt; (95% interval %2–%3; %4 of %5 right); mean of the parts %6.</source>
        <translation>&lt;b&gt;Accuracy over all images: %1&lt;/b&gt; (95% interval %2–%3; %4 of %5 right); mean of the parts %6.</translation>
    </message>
    <message>
        <source>mean ± SD</source>
        <comment>standard deviation</comment>
        <translation>mean ± SD</translation>
    </message>
    <message>
        <source>all images</source>
        <translation>all images</translation>
    </message>
    <message>
        <source>The images are dealt out to parts. Each part in turn is the validation split of a training on all others, so that every image is judged once by a network that has never seen it. With few images this figure is steadier than that of one split. Test images stay out.</source>
        <translation>The images are dealt out to parts. Each part in turn is the validation split of a training on all others, so that every image is judged once by a network that has never seen it. With few images this figure is steadier than that of one split. Test images stay out.</translation>
    </message>
    <message>
        <source>Confusion matrix of all parts: rows are the truth, columns what the network said</source>
        <translation>Confusion matrix of all parts: rows are the truth, columns what the network said</translation>
    </message>
    <message>
        <source>Confusion matrix of all parts</source>
        <translation>Confusion matrix of all parts</translation>
    </message>
    <message>
        <source>These networks are not for publishing: each has left out a part. The model to publish comes of one more training with the same recipe and images; its card will state the figures above.</source>
        <translation>These networks are not for publishing: each has left out a part. The model to publish comes of one more training with the same recipe and images; its card will state the figures above.</translation>
    </message>
    <message>
        <source>Train the model to publish</source>
        <translation>Train the model to publish</translation>
    </message>
</context>
<context>
    <name>nefes::ui::GroupView</name>
    <message>
        <source>Metrics by source, age group and view</source>
        <translation>Metrics by source, age group and view</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Accuracy</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Balanced accuracy</translation>
    </message>
    <message>
        <source>Mean AUC</source>
        <translation>Mean AUC</translation>
    </message>
    <message>
        <source>ECE</source>
        <translation>ECE</translation>
    </message>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
    <message>
        <source>age group</source>
        <translation>age group</translation>
    </message>
    <message>
        <source>view</source>
        <translation>view</translation>
    </message>
    <message>
        <source>The data set names neither sources nor age groups nor views. A manifest.csv with such columns shows here whether the model does worse somewhere.</source>
        <translation>The data set names neither sources nor age groups nor views. A manifest.csv with such columns shows here whether the model does worse somewhere.</translation>
    </message>
    <message>
        <source>A model that is good on average may fail in one hospital or age group. Compare the intervals, not only the numbers.</source>
        <translation>A model that is good on average may fail in one hospital or age group. Compare the intervals, not only the numbers.</translation>
    </message>
    <message>
        <source>Nothing evaluated yet.</source>
        <translation>Nothing evaluated yet.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
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
    <message>
        <source>%1 (default)</source>
        <comment>heatmap method of the model</comment>
        <translation>%1 (default)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Method of the heatmap</source>
        <translation>Method of the heatmap</translation>
    </message>
    <message>
        <source>How the map is computed. Methods that disagree say that none of them is sure.</source>
        <translation>How the map is computed. Methods that disagree say that none of them is sure.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>No page has all these words.</source>
        <translation>No page has all these words.</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Keys and mouse</translation>
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
    <name>nefes::ui::ImageGallery</name>
    <message>
        <source>%1, %2</source>
        <comment>label and probability</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1
truth: %2</source>
        <translation>%1
truth: %2</translation>
    </message>
    <message>
        <source>%1
Double-click opens it in the viewer.</source>
        <translation>%1
Double-click opens it in the viewer.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ImpressionCard</name>
    <message>
        <source>Something else</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>Your impression</source>
        <translation>Your impression</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Record and show scores</source>
        <translation>Record and show scores</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Disagree</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Your impression: %1</source>
        <translation>Your impression: %1</translation>
    </message>
    <message>
        <source>Your impression first. The scores are shown after it.</source>
        <translation>Your impression first. The scores are shown after it.</translation>
    </message>
    <message>
        <source>Do you agree with the model?</source>
        <translation>Do you agree with the model?</translation>
    </message>
</context>
<context>
    <name>nefes::ui::LayerEditor</name>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>How many patterns the layer looks for; as many maps come out.</source>
        <translation>How many patterns the layer looks for; as many maps come out.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Side of the filters in pixels, mostly 3.</source>
        <translation>Side of the filters in pixels, mostly 3.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Side of the window in pixels; for global pooling, side of what comes out.</source>
        <translation>Side of the window in pixels; for global pooling, side of what comes out.</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Stride</translation>
    </message>
    <message>
        <source>How far the window moves at a time. 2 halves the picture.</source>
        <translation>How far the window moves at a time. 2 halves the picture.</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Border</translation>
    </message>
    <message>
        <source>&quot;Size kept&quot; adds zeros around the picture, so that it does not shrink by the window&apos;s border.</source>
        <translation>&quot;Size kept&quot; adds zeros around the picture, so that it does not shrink by the window&apos;s border.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activation</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>The share of values that is set to zero.</source>
        <translation>The share of values that is set to zero.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>How many values come out.</source>
        <translation>How many values come out.</translation>
    </message>
    <message>
        <source>size kept</source>
        <translation>size kept</translation>
    </message>
    <message>
        <source>no border</source>
        <translation>no border</translation>
    </message>
</context>
<context>
    <name>nefes::ui::LayerTable</name>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>Output layer</translation>
    </message>
    <message>
        <source>probability of the second class</source>
        <translation>probability of the second class</translation>
    </message>
    <message>
        <source>a probability a class</source>
        <translation>a probability a class</translation>
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
    <message>
        <source>threshold unknown</source>
        <translation>threshold unknown</translation>
    </message>
    <message>
        <source>no finding</source>
        <comment>column of scores</comment>
        <translation>no finding</translation>
    </message>
    <message>
        <source>Leading finding and its probability: an AI estimate, not a diagnosis. Sorted by decision: above threshold, indeterminate, no finding.</source>
        <translation>Leading finding and its probability: an AI estimate, not a diagnosis. Sorted by decision: above threshold, indeterminate, no finding.</translation>
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
        <source>A training run is not finished; it can be resumed (F8).</source>
        <translation>A training run is not finished; it can be resumed (F8).</translation>
    </message>
    <message>
        <source>A training run is under way</source>
        <translation>A training run is under way</translation>
    </message>
    <message>
        <source>Stop it? Its last complete epoch is kept, and it can be resumed at the next start. Or let it go on: the window is hidden and closes when the run has finished.</source>
        <translation>Stop it? Its last complete epoch is kept, and it can be resumed at the next start. Or let it go on: the window is hidden and closes when the run has finished.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Stop and close</translation>
    </message>
    <message>
        <source>Go on hidden</source>
        <translation>Go on hidden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Remove a preset first: there is room for %1.</source>
        <translation>Remove a preset first: there is room for %1.</translation>
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
    <message>
        <source>The impression could not be kept on disk: %1</source>
        <translation>The impression could not be kept on disk: %1</translation>
    </message>
    <message>
        <source>There is one monitor only.</source>
        <translation>There is one monitor only.</translation>
    </message>
    <message>
        <source>None for this image</source>
        <translation>None for this image</translation>
    </message>
    <message>
        <source>The image as its file says</source>
        <translation>The image as its file says</translation>
    </message>
    <message>
        <source>No program shows folders here. The log lies in %1.</source>
        <translation>No program shows folders here. The log lies in %1.</translation>
    </message>
    <message>
        <source>Save the crash report</source>
        <translation>Save the crash report</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>The report was saved.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) waiting are forgotten if you stop; hidden, they are trained as well.</source>
        <translation>
            <numerusform>%n run waiting is forgotten if you stop; hidden, it is trained as well.</numerusform>
            <numerusform>%n runs waiting are forgotten if you stop; hidden, they are trained as well.</numerusform>
        </translation>
    </message>
    <message>
        <source>A newer version of Nefes wrote the drawings of this image. Update Nefes to see and change them.</source>
        <translation>A newer version of Nefes wrote the drawings of this image. Update Nefes to see and change them.</translation>
    </message>
    <message>
        <source>The settings could not be kept on disk: %1</source>
        <translation>The settings could not be kept on disk: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n file could not be read.</numerusform>
            <numerusform>%n files could not be read.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library could not be read: %1</source>
        <translation>The library could not be read: %1</translation>
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
    <name>nefes::ui::ModelShelf</name>
    <message>
        <source>This is not possible: the name belongs to a model that came with the program, or the folder exists already.</source>
        <translation>This is not possible: the name belongs to a model that came with the program, or the folder exists already.</translation>
    </message>
    <message>
        <source>Imported. It can be chosen in the analysis panel.</source>
        <translation>Imported. It can be chosen in the analysis panel.</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Exported: %1</translation>
    </message>
    <message>
        <source>Folder of the model package</source>
        <translation>Folder of the model package</translation>
    </message>
    <message>
        <source>Where to export to</source>
        <translation>Where to export to</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>Remove the model</translation>
    </message>
    <message>
        <source>Remove “%1”? Its weights are deleted; the run that made it stays.</source>
        <translation>Remove “%1”? Its weights are deleted; the run that made it stays.</translation>
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
        <source>Removed.</source>
        <translation>Removed.</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Installed models</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Accuracy</translation>
    </message>
    <message>
        <source>Mean AUC</source>
        <translation>Mean AUC</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Model card</translation>
    </message>
    <message>
        <source>Replace the model</source>
        <translation>Replace the model</translation>
    </message>
    <message>
        <source>Replace “%1”? It has the same identifier and other weights, which are deleted.</source>
        <translation>Replace “%1”? It has the same identifier and other weights, which are deleted.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
</context>
<context>
    <name>nefes::ui::NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>What turns the pixels into a probability for each class: layers of your own, or a network that has proved itself.</source>
        <translation>What turns the pixels into a probability for each class: layers of your own, or a network that has proved itself.</translation>
    </message>
    <message>
        <source>Layer %1: %2</source>
        <translation>Layer %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 parameters</translation>
    </message>
    <message>
        <source>about %1 while training with a batch of %2</source>
        <translation>about %1 while training with a batch of %2</translation>
    </message>
    <message>
        <source>Kind of network</source>
        <translation>Kind of network</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>A new layer behind the selected one.</source>
        <translation>A new layer behind the selected one.</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>Add a layer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Removes the selected layer (Del).</source>
        <translation>Removes the selected layer (Del).</translation>
    </message>
    <message>
        <source>Remove the layer</source>
        <translation>Remove the layer</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Moves the selected layer towards the input.</source>
        <translation>Moves the selected layer towards the input.</translation>
    </message>
    <message>
        <source>Move the layer up</source>
        <translation>Move the layer up</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Moves the selected layer towards the output.</source>
        <translation>Moves the selected layer towards the output.</translation>
    </message>
    <message>
        <source>Move the layer down</source>
        <translation>Move the layer down</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Width of the backbone</source>
        <translation>Width of the backbone</translation>
    </message>
    <message>
        <source>Maps of the first stage; 64 is the published network. Half of it has a quarter of the parameters and is as much faster.</source>
        <translation>Maps of the first stage; 64 is the published network. Half of it has a quarter of the parameters and is as much faster.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dropout before the output</source>
        <translation>Dropout before the output</translation>
    </message>
    <message>
        <source>The layers of a backbone are fixed: only its width and the dropout before its output can be chosen.</source>
        <translation>The layers of a backbone are fixed: only its width and the dropout before its output can be chosen.</translation>
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
    <message>
        <source>open its images as well: it is shown on them</source>
        <translation>open its images as well: it is shown on them</translation>
    </message>
</context>
<context>
    <name>nefes::ui::PlotWidget</name>
    <message>
        <source>Whole curve</source>
        <translation>Whole curve</translation>
    </message>
    <message>
        <source>Undo the zoom (double-click)</source>
        <translation>Undo the zoom (double-click)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save the plot as a picture or a table</source>
        <translation>Save the plot as a picture or a table</translation>
    </message>
    <message>
        <source>Save the plot “%1”</source>
        <translation>Save the plot “%1”</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Picture (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Drawing (SVG)…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Table (CSV)…</translation>
    </message>
    <message>
        <source>Drag across to zoom, double-click to see everything</source>
        <translation>Drag across to zoom, double-click to see everything</translation>
    </message>
</context>
<context>
    <name>nefes::ui::PreprocessPage</name>
    <message>
        <source>Preprocess and augment</source>
        <translation>Preprocess and augment</translation>
    </message>
    <message>
        <source>How images are prepared, how they are varied at random, and how the network learns from them. Begin with a recipe; every number of it can be changed.</source>
        <translation>How images are prepared, how they are varied at random, and how the network learns from them. Begin with a recipe; every number of it can be changed.</translation>
    </message>
    <message>
        <source>A field is not right yet: it says below itself what it needs.</source>
        <translation>A field is not right yet: it says below itself what it needs.</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>Open a recipe</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Recipes (*.json)</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2 (%3)</source>
        <comment>file, reason, detail</comment>
        <translation>%1 cannot be used: %2 (%3)</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>Save the recipe</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>This recipe was made with %1 training, %2 validation, %3 test.</source>
        <translation>This recipe was made with %1 training, %2 validation, %3 test.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Recipe</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>Takes a recipe from a file.</source>
        <translation>Takes a recipe from a file.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Writes all settings to a file, which the command line takes too.</source>
        <translation>Writes all settings to a file, which the command line takes too.</translation>
    </message>
    <message>
        <source>Use these splits</source>
        <translation>Use these splits</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Other image</source>
        <translation>Other image</translation>
    </message>
    <message>
        <source>Shows another training image.</source>
        <translation>Shows another training image.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <comment>file, reason</comment>
        <translation>%1 cannot be used: %2</translation>
    </message>
    <message>
        <source>Changed: it is not the recipe of this name any more.</source>
        <translation>Changed: it is not the recipe of this name any more.</translation>
    </message>
    <message>
        <source>Undo the changes</source>
        <translation>Undo the changes</translation>
    </message>
    <message>
        <source>The data name no two sources, so what the recipe does about sources does nothing. The column “source” of a manifest.csv names them.</source>
        <translation>The data name no two sources, so what the recipe does about sources does nothing. The column “source” of a manifest.csv names them.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::PublishPage</name>
    <message>
        <source>Publish</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Names the model, says in its card what it can and cannot do, and hands it to the viewer.</source>
        <translation>Names the model, says in its card what it can and cannot do, and hands it to the viewer.</translation>
    </message>
    <message>
        <source>Train a model first.</source>
        <translation>Train a model first.</translation>
    </message>
    <message>
        <source>The model needs a name in both languages.</source>
        <translation>The model needs a name in both languages.</translation>
    </message>
    <message>
        <source>The identifier may have small letters, digits, - _ and a point, at most 64.</source>
        <translation>The identifier may have small letters, digits, - _ and a point, at most 64.</translation>
    </message>
    <message>
        <source>The model needs a version, such as 1.0.0.</source>
        <translation>The model needs a version, such as 1.0.0.</translation>
    </message>
    <message>
        <source>This identifier belongs to a model that came with the program. Choose another one.</source>
        <translation>This identifier belongs to a model that came with the program. Choose another one.</translation>
    </message>
    <message>
        <source>Installed as %1. The analysis panel uses it now; the open study is analysed with it.</source>
        <translation>Installed as %1. The analysis panel uses it now; the open study is analysed with it.</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>This model</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Installed models</translation>
    </message>
    <message>
        <source>Name, English</source>
        <translation>Name, English</translation>
    </message>
    <message>
        <source>Name, Turkish</source>
        <translation>Name, Turkish</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Classes and operating point</source>
        <translation>Classes and operating point</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Threshold</translation>
    </message>
    <message>
        <source>Threshold of %1</source>
        <translation>Threshold of %1</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Model card</translation>
    </message>
    <message>
        <source>Take over names and thresholds</source>
        <translation>Take over names and thresholds</translation>
    </message>
    <message>
        <source>Writes title, classes and thresholds of the card anew; your other texts stay.</source>
        <translation>Writes title, classes and thresholds of the card anew; your other texts stay.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turkish</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Model card, English</source>
        <translation>Model card, English</translation>
    </message>
    <message>
        <source>Model card, Turkish</source>
        <translation>Model card, Turkish</translation>
    </message>
    <message>
        <source>Install in the viewer</source>
        <translation>Install in the viewer</translation>
    </message>
    <message>
        <source>A model of this identifier that is installed already is replaced.</source>
        <translation>A model of this identifier that is installed already is replaced.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>The model of which run is published.</source>
        <translation>The model of which run is published.</translation>
    </message>
    <message>
        <source>On the images kept for checking it this model is no better than chance. Its scores would mislead whoever reads them: train it on more images or for more epochs before you install it.</source>
        <translation>On the images kept for checking it this model is no better than chance. Its scores would mislead whoever reads them: train it on more images or for more epochs before you install it.</translation>
    </message>
    <message>
        <source>On the images kept for checking it this model never finds: %1. Whoever reads its scores will miss that: train it on more images or for more epochs before you install it.</source>
        <translation>On the images kept for checking it this model never finds: %1. Whoever reads its scores will miss that: train it on more images or for more epochs before you install it.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::RateFinder</name>
    <message>
        <source>The search failed; the reason stands above.</source>
        <translation>The search failed; the reason stands above.</translation>
    </message>
    <message>
        <source>Trying rate %1 of at most %2…</source>
        <translation>Trying rate %1 of at most %2…</translation>
    </message>
    <message>
        <source>The images are being prepared…</source>
        <translation>The images are being prepared…</translation>
    </message>
    <message>
        <source>The search trains for some 100 batches, each with a higher rate than the one before, and draws the loss. Nothing of it is kept.</source>
        <translation>The search trains for some 100 batches, each with a higher rate than the one before, and draws the loss. Nothing of it is kept.</translation>
    </message>
    <message>
        <source>Cancelled. Click into the plot to choose a rate, or search again.</source>
        <translation>Cancelled. Click into the plot to choose a rate, or search again.</translation>
    </message>
    <message>
        <source>No rate brought the loss down. Look at the classes in step 1 and at the network in step 3; with few images another search may do better.</source>
        <translation>No rate brought the loss down. Look at the classes in step 1 and at the network in step 3; with few images another search may do better.</translation>
    </message>
    <message>
        <source>At %1 the loss falls most steeply: a good rate to begin with. It is lowest at %2; from there on higher rates do harm. Click into the plot to choose another.</source>
        <translation>At %1 the loss falls most steeply: a good rate to begin with. It is lowest at %2; from there on higher rates do harm. Click into the plot to choose another.</translation>
    </message>
    <message>
        <source>%1 is in the recipe</source>
        <translation>%1 is in the recipe</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Use %1</translation>
    </message>
    <message>
        <source>suggested: %1</source>
        <translation>suggested: %1</translation>
    </message>
    <message>
        <source>chosen: %1</source>
        <translation>chosen: %1</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Learning rate</translation>
    </message>
    <message>
        <source>Find a learning rate</source>
        <translation>Find a learning rate</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cancel the search for a learning rate</source>
        <translation>Cancel the search for a learning rate</translation>
    </message>
    <message>
        <source>Writes this rate into the recipe.</source>
        <translation>Writes this rate into the recipe.</translation>
    </message>
    <message>
        <source>Loss by learning rate</source>
        <translation>Loss by learning rate</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>learning rate</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>loss</translation>
    </message>
    <message>
        <source>each batch</source>
        <translation>each batch</translation>
    </message>
    <message>
        <source>loss, smoothed</source>
        <translation>loss, smoothed</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ReportDialog</name>
    <message>
        <source>Crash report</source>
        <translation>Crash report</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>nefes::ui::RunChooser</name>
    <message>
        <source>%1, validation accuracy %2</source>
        <comment>run, accuracy</comment>
        <translation>%1, validation accuracy %2</translation>
    </message>
</context>
<context>
    <name>nefes::ui::RunComparison</name>
    <message>
        <source>There is no finished run yet.</source>
        <translation>There is no finished run yet.</translation>
    </message>
    <message>
        <source>Choose runs to lay their curves over each other. Compare on validation images; the test images are for the end.</source>
        <translation>Choose runs to lay their curves over each other. Compare on validation images; the test images are for the end.</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curve</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>validation loss</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>validation accuracy</translation>
    </message>
    <message>
        <source>validation AUC</source>
        <translation>validation AUC</translation>
    </message>
    <message>
        <source>Finished runs</source>
        <translation>Finished runs</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Recipe</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Best epoch</translation>
    </message>
    <message>
        <source>Accuracy, validation</source>
        <translation>Accuracy, validation</translation>
    </message>
    <message>
        <source>AUC, validation</source>
        <translation>AUC, validation</translation>
    </message>
    <message>
        <source>Accuracy, test</source>
        <translation>Accuracy, test</translation>
    </message>
    <message>
        <source>AUC, test</source>
        <translation>AUC, test</translation>
    </message>
    <message>
        <source>ECE, validation</source>
        <translation>ECE, validation</translation>
    </message>
    <message>
        <source>Curves of the runs</source>
        <translation>Curves of the runs</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epoch</translation>
    </message>
</context>
<context>
    <name>nefes::ui::RunControls</name>
    <message>
        <source>Preparing the images…</source>
        <translation>Preparing the images…</translation>
    </message>
    <message>
        <source>Training: %1</source>
        <translation>Training: %1</translation>
    </message>
    <message>
        <source>Grid search: %1</source>
        <translation>Grid search: %1</translation>
    </message>
    <message>
        <source>Trying learning rates…</source>
        <translation>Trying learning rates…</translation>
    </message>
    <message>
        <source>Cross-validation: %1</source>
        <translation>Cross-validation: %1</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>Paused: %1</translation>
    </message>
    <message>
        <source>Stopping after this batch…</source>
        <translation>Stopping after this batch…</translation>
    </message>
    <message>
        <source>Making the model of the best epoch…</source>
        <translation>Making the model of the best epoch…</translation>
    </message>
    <message>
        <source>Ready to train</source>
        <translation>Ready to train</translation>
    </message>
    <message>
        <source>Queue another run</source>
        <translation>Queue another run</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) waiting</source>
        <translation>
            <numerusform>%n run waiting</numerusform>
            <numerusform>%n runs waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stops after this batch. The last complete epoch is kept and the run can be resumed.</source>
        <translation>Stops after this batch. The last complete epoch is kept and the run can be resumed.</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Stop and keep the best</translation>
    </message>
    <message>
        <source>Trains no more and makes the model of the best epoch so far.</source>
        <translation>Trains no more and makes the model of the best epoch so far.</translation>
    </message>
    <message>
        <source>Holds the training; it keeps its memory but uses no processor.</source>
        <translation>Holds the training; it keeps its memory but uses no processor.</translation>
    </message>
    <message>
        <source>Take out the last</source>
        <translation>Take out the last</translation>
    </message>
    <message>
        <source>The run that was queued last is forgotten.</source>
        <translation>The run that was queued last is forgotten.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatic</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU (CUDA)</source>
        <translation>GPU (CUDA)</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Progress of the training</translation>
    </message>
</context>
<context>
    <name>nefes::ui::SampleWatch</name>
    <message>
        <source>Epoch %1
%2</source>
        <comment>epoch and probability of the true label</comment>
        <translation>Epoch %1
%2</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>Another image</translation>
    </message>
    <message>
        <source>Heatmaps of the sample, one an epoch</source>
        <translation>Heatmaps of the sample, one an epoch</translation>
    </message>
    <message>
        <source>%1, true label: %2. After each epoch: where the network looks for this label, and the probability it gives it.</source>
        <translation>%1, true label: %2. After each epoch: where the network looks for this label, and the probability it gives it.</translation>
    </message>
    <message>
        <source>No heatmap could be made: %1</source>
        <translation>No heatmap could be made: %1</translation>
    </message>
    <message>
        <source>There is no validation image to look at.</source>
        <translation>There is no validation image to look at.</translation>
    </message>
    <message>
        <source>The first heatmap appears after the first epoch.</source>
        <translation>The first heatmap appears after the first epoch.</translation>
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
    <message>
        <source>How far the probability goes when the image is shifted, zoomed, brightened or darkened a little. A wide band says that the score hangs on details that mean nothing.</source>
        <translation>How far the probability goes when the image is shifted, zoomed, brightened or darkened a little. A wide band says that the score hangs on details that mean nothing.</translation>
    </message>
    <message>
        <source>steady at %1</source>
        <comment>probability that small changes leave alone</comment>
        <translation>steady at %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>band of a probability</comment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>%1; under small changes %2</source>
        <comment>score, band</comment>
        <translation>%1; under small changes %2</translation>
    </message>
</context>
<context>
    <name>nefes::ui::SettingsDialog</name>
    <message>
        <source>%1 belongs to “%2”. Give that another key first.</source>
        <comment>key, action</comment>
        <translation>%1 belongs to “%2”. Give that another key first.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>The program&apos;s own choice</source>
        <translation>The program&apos;s own choice</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatic</translation>
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
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analysis</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>Size of text and controls</translation>
    </message>
    <message>
        <source>Analyse every image by itself</source>
        <translation>Analyse every image by itself</translation>
    </message>
    <message>
        <source>Heatmap over the image at the start</source>
        <translation>Heatmap over the image at the start</translation>
    </message>
    <message>
        <source>Blind first: my impression before the scores</source>
        <translation>Blind first: my impression before the scores</translation>
    </message>
    <message>
        <source>Scores and heatmap stay hidden until an impression is recorded. What was agreed with is kept in a table (impressions.csv) without patient data.</source>
        <translation>Scores and heatmap stay hidden until an impression is recorded. What was agreed with is kept in a table (impressions.csv) without patient data.</translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation>Colours of the heatmap</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>Opacity of the heatmap</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Computing device</source>
        <translation>Computing device</translation>
    </message>
    <message>
        <source>Search action or key</source>
        <translation>Search action or key</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Search the keys</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions and their keys</translation>
    </message>
    <message>
        <source>New key:</source>
        <translation>New key:</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>No key</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Reset all keys</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Open the last studies at the next start</source>
        <translation>Open the last studies at the next start</translation>
    </message>
</context>
<context>
    <name>nefes::ui::SimilarCases</name>
    <message>
        <source>Similar training cases</source>
        <translation>Similar training cases</translation>
    </message>
    <message>
        <source>The images of the training whose features lie nearest to those of this one, as the model sees them. 0 is alike in everything it looks at, 1 has nothing in common with it. When all of them come from one source, the score may rest on the source rather than on the finding. Of the training images only these numbers, their label and their source are stored: no image and no patient.</source>
        <translation>The images of the training whose features lie nearest to those of this one, as the model sees them. 0 is alike in everything it looks at, 1 has nothing in common with it. When all of them come from one source, the score may rest on the source rather than on the finding. Of the training images only these numbers, their label and their source are stored: no image and no patient.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>source</comment>
        <translation>unknown</translation>
    </message>
</context>
<context>
    <name>nefes::ui::SplitSettings</name>
    <message>
        <source>None</source>
        <comment>negative class</comment>
        <translation>None</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>Share for validation, in percent</source>
        <translation>Share for validation, in percent</translation>
    </message>
    <message>
        <source>Test</source>
        <comment>split</comment>
        <translation>Test</translation>
    </message>
    <message>
        <source>Share for the test, in percent</source>
        <translation>Share for the test, in percent</translation>
    </message>
    <message>
        <source>Keep the splits that the folders bring</source>
        <translation>Keep the splits that the folders bring</translation>
    </message>
    <message>
        <source>Folders named train, validation and test, or the column &quot;split&quot; of the manifest. A split that they do not bring is drawn from the training images.</source>
        <translation>Folders named train, validation and test, or the column &quot;split&quot; of the manifest. A split that they do not bring is drawn from the training images.</translation>
    </message>
    <message>
        <source>Keep all images of a patient in one split</source>
        <translation>Keep all images of a patient in one split</translation>
    </message>
    <message>
        <source>These folders do not tell which images belong to one patient. A manifest.csv with a column &quot;patient&quot; does.</source>
        <translation>These folders do not tell which images belong to one patient. A manifest.csv with a column &quot;patient&quot; does.</translation>
    </message>
    <message>
        <source>&quot;Nothing found&quot; is</source>
        <translation>&quot;Nothing found&quot; is</translation>
    </message>
    <message>
        <source>Class that means nothing found</source>
        <translation>Class that means nothing found</translation>
    </message>
</context>
<context>
    <name>nefes::ui::StartChooser</name>
    <message>
        <source>The model to start from, %1, cannot be used: %2 Choose another one, or random values.</source>
        <translation>The model to start from, %1, cannot be used: %2 Choose another one, or random values.</translation>
    </message>
    <message>
        <source>The recipe starts from the weights of a backbone: choose the backbone, or random values.</source>
        <translation>The recipe starts from the weights of a backbone: choose the backbone, or random values.</translation>
    </message>
    <message>
        <source>The network or its input is no longer that of the model to start from.</source>
        <translation>The network or its input is no longer that of the model to start from.</translation>
    </message>
    <message>
        <source>random values</source>
        <translation>random values</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <comment>model</comment>
        <translation>%1, version %2</translation>
    </message>
    <message>
        <source>%1 (of the recipe)</source>
        <comment>model</comment>
        <translation>%1 (of the recipe)</translation>
    </message>
    <message>
        <source>starts from</source>
        <translation>starts from</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translation>Model to start from</translation>
    </message>
    <message>
        <source>frozen layers</source>
        <translation>frozen layers</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>Frozen layers</translation>
    </message>
    <message>
        <source>Use its network again</source>
        <translation>Use its network again</translation>
    </message>
    <message>
        <source>This model has two networks. Training starts from the first one.</source>
        <translation>This model has two networks. Training starts from the first one.</translation>
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
    <name>nefes::ui::SweepView</name>
    <message>
        <source>Write values into at least one line.</source>
        <translation>Write values into at least one line.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), then the best setting is trained in full.</source>
        <translation>
            <numerusform>%n run, then the best setting is trained in full.</numerusform>
            <numerusform>%n runs, then the best setting is trained in full.</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>Trains every combination of the values on a part of the work, compares them on the validation images, and trains the best one in full.</source>
        <translation>Trains every combination of the values on a part of the work, compares them on the validation images, and trains the best one in full.</translation>
    </message>
    <message>
        <source>Field of the recipe</source>
        <translation>Field of the recipe</translation>
    </message>
    <message>
        <source>Field %1 of the grid</source>
        <translation>Field %1 of the grid</translation>
    </message>
    <message>
        <source>Values of field %1</source>
        <translation>Values of field %1</translation>
    </message>
    <message>
        <source>What decides</source>
        <translation>What decides</translation>
    </message>
    <message>
        <source>validation AUC</source>
        <translation>validation AUC</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>validation accuracy</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>validation loss</translation>
    </message>
    <message>
        <source>Epochs of the search</source>
        <translation>Epochs of the search</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Training images of the search</source>
        <translation>Training images of the search</translation>
    </message>
    <message>
        <source>Search the grid</source>
        <translation>Search the grid</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Setting</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metric</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Best epoch</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Seconds</translation>
    </message>
    <message>
        <source>Runs of the grid search</source>
        <translation>Runs of the grid search</translation>
    </message>
    <message>
        <source>Validation curves of the runs</source>
        <translation>Validation curves of the runs</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>epoch</translation>
    </message>
    <message>
        <source>A value is missing: write them with semicolons between, %1</source>
        <translation>A value is missing: write them with semicolons between, %1</translation>
    </message>
    <message>
        <source>Values to try, semicolons between</source>
        <translation>Values to try, semicolons between</translation>
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
    <name>nefes::ui::ThresholdView</name>
    <message>
        <source>&lt;b&gt;Sensitivity %1&lt;/b&gt; (%2 of %3 found) &amp;nbsp;·&amp;nbsp; &lt;b&gt;Specificity %4&lt;/b&gt; (%5 of %6 cleared) &amp;nbsp;·&amp;nbsp; &lt;b&gt;PPV %7&lt;/b&gt; &amp;nbsp;·&amp;nbsp; &lt;b&gt;NPV %8&lt;/b&gt;</source>
        <translation>&lt;b&gt;Sensitivity %1&lt;/b&gt; (%2 of %3 found) &amp;nbsp;·&amp;nbsp; &lt;b&gt;Specificity %4&lt;/b&gt; (%5 of %6 cleared) &amp;nbsp;·&amp;nbsp; &lt;b&gt;PPV %7&lt;/b&gt; &amp;nbsp;·&amp;nbsp; &lt;b&gt;NPV %8&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Where %1% have the finding: of 100 images above the threshold %2 have it; of 100 below it %3 are free of it.</source>
        <translation>Where %1% have the finding: of 100 images above the threshold %2 have it; of 100 below it %3 are free of it.</translation>
    </message>
    <message>
        <source>Nothing is above, or nothing below, this threshold.</source>
        <translation>Nothing is above, or nothing below, this threshold.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Threshold</translation>
    </message>
    <message>
        <source>Prevalence</source>
        <translation>Prevalence</translation>
    </message>
    <message>
        <source>Operating point set</source>
        <translation>Operating point set</translation>
    </message>
    <message>
        <source>Use as operating point</source>
        <translation>Use as operating point</translation>
    </message>
    <message>
        <source>Publishes the model with this threshold for the class.</source>
        <translation>Publishes the model with this threshold for the class.</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>1 − specificity</source>
        <translation>1 − specificity</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>sensitivity</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Precision and recall</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>recall</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precision</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibration</translation>
    </message>
    <message>
        <source>probability given</source>
        <translation>probability given</translation>
    </message>
    <message>
        <source>share that was right</source>
        <translation>share that was right</translation>
    </message>
</context>
<context>
    <name>nefes::ui::TrainPage</name>
    <message>
        <source>Train</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>The network sees the training images again and again and learns from its errors; the validation images show whether it learns the thing itself or only these images.</source>
        <translation>The network sees the training images again and again and learns from its errors; the validation images show whether it learns the thing itself or only these images.</translation>
    </message>
    <message>
        <source>Wait until the training has finished, or stop it and keep the best epoch.</source>
        <translation>Wait until the training has finished, or stop it and keep the best epoch.</translation>
    </message>
    <message>
        <source>Train a model first.</source>
        <translation>Train a model first.</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>Run %1: %2</translation>
    </message>
    <message>
        <source>Log of the training</source>
        <translation>Log of the training</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curves</translation>
    </message>
    <message>
        <source>Heatmap by epoch</source>
        <translation>Heatmap by epoch</translation>
    </message>
    <message>
        <source>Grid search</source>
        <translation>Grid search</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Part %1 of %2</source>
        <translation>Part %1 of %2</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Learning rate</translation>
    </message>
    <message>
        <source>Cross-validation</source>
        <translation>Cross-validation</translation>
    </message>
</context>
<context>
    <name>nefes::ui::TrainingCurves</name>
    <message>
        <source>epoch</source>
        <translation>epoch</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Accuracy</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Learning rate</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>Images per second</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>learning rate</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>images per second</translation>
    </message>
    <message>
        <source>training, each batch</source>
        <translation>training, each batch</translation>
    </message>
    <message>
        <source>training</source>
        <translation>training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>best epoch %1</source>
        <translation>best epoch %1</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curves</translation>
    </message>
    <message>
        <source>by batch, smoothed</source>
        <translation>by batch, smoothed</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>by epoch</translation>
    </message>
    <message>
        <source>Curves by batch or by epoch</source>
        <translation>Curves by batch or by epoch</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Smoothing</translation>
    </message>
    <message>
        <source>Smoothing of the batch curves</source>
        <translation>Smoothing of the batch curves</translation>
    </message>
    <message>
        <source>A moving average: more of it hides the noise of single batches and comes later.</source>
        <translation>A moving average: more of it hides the noise of single batches and comes later.</translation>
    </message>
    <message>
        <source>Training images that are looked at in a second.</source>
        <translation>Training images that are looked at in a second.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::TrainingWizard</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Step %1: %2</translation>
    </message>
    <message>
        <source>Opens once the steps before it are done.</source>
        <translation>Opens once the steps before it are done.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Back to the viewer</source>
        <translation>Back to the viewer</translation>
    </message>
    <message>
        <source>The viewer as it was; a run goes on meanwhile (F8)</source>
        <translation>The viewer as it was; a run goes on meanwhile (F8)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Not ready yet</source>
        <translation>Not ready yet</translation>
    </message>
    <message>
        <source>Step %1, %2: %3</source>
        <comment>number, title, problem</comment>
        <translation>Step %1, %2: %3</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Show it</translation>
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
        <source>Train a model</source>
        <translation>Train a model</translation>
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
    <message>
        <source>Scrolls along: same position</source>
        <translation>Scrolls along: same position</translation>
    </message>
    <message>
        <source>Scrolls along: same distance</source>
        <translation>Scrolls along: same distance</translation>
    </message>
    <message>
        <source>Scrolls along: image by image</source>
        <translation>Scrolls along: image by image</translation>
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
