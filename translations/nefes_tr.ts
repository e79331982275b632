<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Open files…</source>
        <translation>Dosya aç…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Klasör aç…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Örneği aç</translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation>Tüm tetkikleri kapat</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Çıkış</translation>
    </message>
    <message>
        <source>Window/level</source>
        <translation>Pencere/seviye</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Kaydır</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Yakınlaştır/uzaklaştır</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Seride gezin</translation>
    </message>
    <message>
        <source>Leave the tool</source>
        <translation>Araçtan çık</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Pencereye sığdır</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Bire bir</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Yakınlaştır</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Uzaklaştır</translation>
    </message>
    <message>
        <source>Rotate right</source>
        <translation>Sağa döndür</translation>
    </message>
    <message>
        <source>Rotate left</source>
        <translation>Sola döndür</translation>
    </message>
    <message>
        <source>Flip horizontally</source>
        <translation>Yatay çevir</translation>
    </message>
    <message>
        <source>Flip vertically</source>
        <translation>Dikey çevir</translation>
    </message>
    <message>
        <source>Invert gray values</source>
        <translation>Gri değerleri ters çevir</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>Görünümü sıfırla</translation>
    </message>
    <message>
        <source>Window: file default</source>
        <translation>Pencere: dosyanın varsayılanı</translation>
    </message>
    <message>
        <source>Window preset 1</source>
        <translation>Hazır pencere 1</translation>
    </message>
    <message>
        <source>Window preset 2</source>
        <translation>Hazır pencere 2</translation>
    </message>
    <message>
        <source>Window preset 3</source>
        <translation>Hazır pencere 3</translation>
    </message>
    <message>
        <source>Window preset 4</source>
        <translation>Hazır pencere 4</translation>
    </message>
    <message>
        <source>Window preset 5</source>
        <translation>Hazır pencere 5</translation>
    </message>
    <message>
        <source>Window preset 6</source>
        <translation>Hazır pencere 6</translation>
    </message>
    <message>
        <source>Window preset 7</source>
        <translation>Hazır pencere 7</translation>
    </message>
    <message>
        <source>Window preset 8</source>
        <translation>Hazır pencere 8</translation>
    </message>
    <message>
        <source>Window preset 9</source>
        <translation>Hazır pencere 9</translation>
    </message>
    <message>
        <source>Text on the image: all, little, none</source>
        <translation>Görüntü üzerindeki yazılar: tümü, az, hiç</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Önceki görüntü</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Sonraki görüntü</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Önceki seri</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Sonraki seri</translation>
    </message>
    <message>
        <source>Previous study</source>
        <translation>Önceki tetkik</translation>
    </message>
    <message>
        <source>Next study</source>
        <translation>Sonraki tetkik</translation>
    </message>
    <message>
        <source>Previous patient</source>
        <translation>Önceki hasta</translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation>Sonraki hasta</translation>
    </message>
    <message>
        <source>Study list</source>
        <translation>Tetkik listesi</translation>
    </message>
    <message>
        <source>Analysis panel</source>
        <translation>Analiz paneli</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Koyu tema</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Açık tema</translation>
    </message>
    <message>
        <source>Heatmap over the image</source>
        <translation>Görüntü üzerinde ısı haritası</translation>
    </message>
    <message>
        <source>Hold to peek at the heatmap</source>
        <translation>Basılı tutarak ısı haritasına bak</translation>
    </message>
    <message>
        <source>Heatmap stronger</source>
        <translation>Isı haritasını belirginleştir</translation>
    </message>
    <message>
        <source>Heatmap weaker</source>
        <translation>Isı haritasını soluklaştır</translation>
    </message>
    <message>
        <source>Heatmap of the next finding</source>
        <translation>Sonraki bulgunun ısı haritası</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Yeniden analiz et</translation>
    </message>
    <message>
        <source>Analyse every image by itself</source>
        <translation>Her görüntüyü otomatik analiz et</translation>
    </message>
    <message>
        <source>About the model…</source>
        <translation>Model hakkında…</translation>
    </message>
    <message>
        <source>About Nefes</source>
        <translation>Nefes hakkında</translation>
    </message>
    <message>
        <source>Export the view…</source>
        <translation>Görünümü dışa aktar…</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Uzunluk</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Açı</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb açısı</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Dikdörtgen</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elips</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio: heart, then thorax</source>
        <translation>Kardiyotorasik oran: önce kalp, sonra toraks</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Yinele</translation>
    </message>
    <message>
        <source>Delete the selected measurement</source>
        <translation>Seçili ölçümü sil</translation>
    </message>
    <message>
        <source>Export measurements…</source>
        <translation>Ölçümleri dışa aktar…</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Ölçümler</translation>
    </message>
    <message>
        <source>Training wizard</source>
        <translation>Eğitim sihirbazı</translation>
    </message>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM etiketleri</translation>
    </message>
    <message>
        <source>Copy the view, or the selected measurement</source>
        <translation>Görünümü ya da seçili ölçümü kopyala</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Yazdır…</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>Gerçek boyut</translation>
    </message>
    <message>
        <source>Measure the monitor for true size…</source>
        <translation>Gerçek boyut için monitörü ölç…</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>Keskinleştir</translation>
    </message>
    <message>
        <source>Equalise local contrast (CLAHE)</source>
        <translation>Yerel kontrastı eşitle (CLAHE)</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Gri</translation>
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
        <translation>Büyüteç</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Anahtar görüntü</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Sonraki anahtar görüntü</translation>
    </message>
    <message>
        <source>Play the series</source>
        <translation>Seriyi oynat</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>Serbest çizim</translation>
    </message>
    <message>
        <source>Point value</source>
        <translation>Nokta değeri</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Metin</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Ok</translation>
    </message>
    <message>
        <source>Calibrate by a known length…</source>
        <translation>Bilinen uzunlukla kalibre et…</translation>
    </message>
    <message>
        <source>Paste measurements</source>
        <translation>Ölçümleri yapıştır</translation>
    </message>
    <message>
        <source>Histogram and window</source>
        <translation>Histogram ve pencere</translation>
    </message>
    <message>
        <source>One viewport</source>
        <translation>Tek görüntü alanı</translation>
    </message>
    <message>
        <source>Two side by side</source>
        <translation>Yan yana iki görüntü alanı</translation>
    </message>
    <message>
        <source>Two, one above the other</source>
        <translation>Üst üste iki görüntü alanı</translation>
    </message>
    <message>
        <source>Two by two</source>
        <translation>İkiye iki</translation>
    </message>
    <message>
        <source>Three by three</source>
        <translation>Üçe üç</translation>
    </message>
    <message>
        <source>Maximise the viewport</source>
        <translation>Görüntü alanını büyüt</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>Seride birlikte ilerle</translation>
    </message>
    <message>
        <source>Zoom and pan together</source>
        <translation>Birlikte yakınlaştır ve kaydır</translation>
    </message>
    <message>
        <source>Window together</source>
        <translation>Birlikte pencerele</translation>
    </message>
    <message>
        <source>Arrange radiographs: PA and lateral, current and prior</source>
        <translation>Röntgenleri yerleştir: PA ve yan, güncel ve önceki</translation>
    </message>
    <message>
        <source>Arrange by itself when there is a prior</source>
        <translation>Önceki tetkik varsa otomatik yerleştir</translation>
    </message>
    <message>
        <source>Link this study in the library</source>
        <translation>Bu tetkiki kitaplığa bağla</translation>
    </message>
    <message>
        <source>Copy this study into the library</source>
        <translation>Bu tetkiki kitaplığa kopyala</translation>
    </message>
    <message>
        <source>Copy a folder into the library…</source>
        <translation>Bir klasörü kitaplığa kopyala…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Kitaplık</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ayarlar…</translation>
    </message>
    <message>
        <source>Full screen: images only</source>
        <translation>Tam ekran: yalnızca görüntüler</translation>
    </message>
    <message>
        <source>To the next monitor</source>
        <translation>Sonraki monitöre taşı</translation>
    </message>
    <message>
        <source>Graphics of the file on the image</source>
        <translation>Dosyadaki çizimler görüntü üzerinde</translation>
    </message>
    <message>
        <source>Help, keys and mouse</source>
        <translation>Yardım, tuşlar ve fare</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Günlük klasörünü aç</translation>
    </message>
</context>
<context>
    <name>DataAdvice</name>
    <message>
        <source>training</source>
        <translation>eğitim</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>doğrulama</translation>
    </message>
    <message>
        <source>test</source>
        <translation>sınama</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) have images in more than one split. The network could recognise them, and the results would look better than they are.</source>
        <translation>
            <numerusform>%n hastanın görüntüleri birden çok bölümde. Ağ bu hastaları tanıyabilir; sonuçlar olduğundan iyi görünür.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep patients together</source>
        <translation>Hastaları bir arada tut</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of images in different splits look almost the same, such as %1 and %2.</source>
        <translation>
            <numerusform>Farklı bölümlerdeki %n görüntü çifti neredeyse aynı; örneğin %1 ve %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 images of &quot;%3&quot; come from one source (%4). The network can learn to tell the source instead of the finding.</source>
        <translation>“%3” sınıfının %2 görüntüsünden %1 tanesi tek kaynaktan (%4). Ağ bulguyu değil kaynağı tanımayı öğrenebilir.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) look like negatives of the others: black and white are swapped, such as in %1.</source>
        <translation>
            <numerusform>%n görüntü ötekilerin negatifi gibi: siyah ile beyaz yer değiştirmiş; örneğin %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n image(s)</source>
        <translation>
            <numerusform>%n görüntüyü dışarıda bırak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read. Training leaves them out.</source>
        <translation>
            <numerusform>%n dosya okunamıyor; eğitime alınmayacak.</numerusform>
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
        <translation>“%2” için %1</translation>
    </message>
    <message>
        <source>There are few images to learn from: %1. More images help more than any setting.</source>
        <translation>Öğrenilecek görüntü az: %1. Daha çok görüntü, her ayardan daha yararlıdır.</translation>
    </message>
    <message>
        <source>The split for %1 has few images: %2. One image more or less right changes its figures a lot.</source>
        <translation>Şu bölümde görüntü az: %1 (%2). Tek bir görüntünün doğru ya da yanlış olması sonuçları çok değiştirir.</translation>
    </message>
    <message>
        <source>Only more images can mend this.</source>
        <translation>Bunu ancak daha çok görüntü düzeltir.</translation>
    </message>
    <message>
        <source>Draw a new one from the training images</source>
        <translation>Eğitim görüntülerinden yenisini seç</translation>
    </message>
    <message>
        <source>Take %1 instead of %2</source>
        <comment>shares</comment>
        <translation>%2 yerine %1 kullan</translation>
    </message>
    <message>
        <source>The images of the old one are left out.</source>
        <translation>Eskisinin görüntüleri dışarıda kalır.</translation>
    </message>
    <message>
        <source>Add images of this class from other sources, or of the other classes from this one; source adjustment (in Preprocess and augment) weakens this. Look at the results by source in the step Evaluate.</source>
        <translation>Bu sınıfa başka kaynaklardan, öteki sınıflara bu kaynaktan görüntü ekleyin; kaynak düzeltmesi (Hazırlama ve artırma adımında) bu etkiyi azaltır. Değerlendir adımında sonuçlara kaynağa göre bakın.</translation>
    </message>
</context>
<context>
    <name>DataCounts</name>
    <message>
        <source>Training</source>
        <translation>Eğitim</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Doğrulama</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Sınama</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>bilinmiyor</translation>
    </message>
    <message>
        <source>others</source>
        <translation>ötekiler</translation>
    </message>
    <message numerus="yes">
        <source>Of %n image(s) it is not known whose they are. A manifest.csv with a column &quot;patient&quot; tells it.</source>
        <translation>
            <numerusform>%n görüntünün hangi hastaya ait olduğu bilinmiyor. Bunun için “patient” sütunu olan bir manifest.csv gerekir.</numerusform>
        </translation>
    </message>
    <message>
        <source>These folders do not tell it. A manifest.csv with a column &quot;%1&quot; does.</source>
        <translation>Klasörlerden bu anlaşılmıyor. Bunun için “%1” sütunu olan bir manifest.csv gerekir.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two keys</comment>
        <translation> veya </translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Sol tuşla sürükleme</translation>
    </message>
    <message>
        <source>the tool; window/level: right is wider, up is brighter</source>
        <translation>seçili araç; pencere/seviye: sağa genişler, yukarı parlaklaşır</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Orta tuşla sürükleme</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>kaydırma</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Sağ tuşla sürükleme</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>yakınlaştırma</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Sağ tıklama</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>menü</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Tekerlek</translation>
    </message>
    <message>
        <source>images of the series</source>
        <translation>serinin görüntüleri</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + tekerlek</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>imlecin olduğu yerde yakınlaştırma</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Fare</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The file does not exist. It may have been moved or its drive taken out.</source>
        <translation>Dosya bulunamadı. Taşınmış ya da bulunduğu sürücü çıkarılmış olabilir.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check its permissions.</source>
        <translation>Dosya okunamıyor. Erişim izinlerini denetleyin.</translation>
    </message>
    <message>
        <source>The file is empty. Copy it again from where it came from.</source>
        <translation>Dosya boş. Geldiği yerden yeniden kopyalayın.</translation>
    </message>
    <message>
        <source>The file is larger than this program accepts.</source>
        <translation>Dosya, programın kabul ettiğinden büyük.</translation>
    </message>
    <message>
        <source>The file cannot be written. Check the folder&apos;s permissions.</source>
        <translation>Dosya yazılamıyor. Klasörün erişim izinlerini denetleyin.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again.</source>
        <translation>Disk dolu. Yer açıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The archive is damaged. Copy it again from where it came from.</source>
        <translation>Arşiv bozuk. Geldiği yerden yeniden kopyalayın.</translation>
    </message>
    <message>
        <source>The archive unpacks to more than this program accepts. Unpack it yourself and open the folder.</source>
        <translation>Arşivin açılmış boyutu, programın kabul ettiğinden büyük. Arşivi kendiniz çıkarıp klasörü açın.</translation>
    </message>
    <message>
        <source>The archive wants to write outside its folder, so it was not opened.</source>
        <translation>Arşiv kendi klasörünün dışına yazmak istiyor; bu yüzden açılmadı.</translation>
    </message>
    <message>
        <source>This is not an image that the program knows (DICOM, JPEG, PNG).</source>
        <translation>Bu, programın tanıdığı bir görüntü değil (DICOM, JPEG, PNG).</translation>
    </message>
    <message>
        <source>The file is damaged. Copy it again from where it came from.</source>
        <translation>Dosya bozuk. Geldiği yerden yeniden kopyalayın.</translation>
    </message>
    <message>
        <source>This kind of image is not supported.</source>
        <translation>Bu görüntü türü desteklenmiyor.</translation>
    </message>
    <message>
        <source>The image is larger than this program accepts.</source>
        <translation>Görüntü, programın kabul ettiğinden büyük.</translation>
    </message>
    <message>
        <source>The file does not have this frame.</source>
        <translation>Dosyada bu kare yok.</translation>
    </message>
    <message>
        <source>The DICOM file is compressed in a way that is not supported. Export it uncompressed.</source>
        <translation>DICOM dosyası desteklenmeyen bir yöntemle sıkıştırılmış. Sıkıştırmadan dışa aktarın.</translation>
    </message>
    <message>
        <source>The DICOM file describes its pixels in a way that cannot be right.</source>
        <translation>DICOM dosyasının piksel tanımı kendi içinde tutarsız.</translation>
    </message>
    <message>
        <source>The DICOM file holds no image.</source>
        <translation>DICOM dosyasında görüntü yok.</translation>
    </message>
    <message>
        <source>The file ends before its image does. Copy it again from where it came from.</source>
        <translation>Dosya, görüntü tamamlanmadan bitiyor. Geldiği yerden yeniden kopyalayın.</translation>
    </message>
    <message>
        <source>The compressed image cannot be decoded. It is probably damaged.</source>
        <translation>Sıkıştırılmış görüntü çözülemiyor. Büyük olasılıkla bozuk.</translation>
    </message>
    <message>
        <source>The DICOM file is nested too deeply to be a real one.</source>
        <translation>DICOM dosyasının ögeleri, gerçek bir dosyada olamayacak kadar iç içe.</translation>
    </message>
    <message>
        <source>The DICOM data dictionary is missing. Install DCMTK&apos;s data files or set DCMDICTPATH.</source>
        <translation>DICOM veri sözlüğü eksik. DCMTK veri dosyalarını kurun ya da DCMDICTPATH değişkenini ayarlayın.</translation>
    </message>
    <message>
        <source>The module for analysis belongs to another version of the program. Install both from the same build.</source>
        <translation>Analiz modülü programın başka bir sürümüne ait. İkisini de aynı derlemeden kurun.</translation>
    </message>
    <message>
        <source>The model is not installed.</source>
        <translation>Model kurulu değil.</translation>
    </message>
    <message>
        <source>The model package is damaged. Install it again.</source>
        <translation>Model paketi bozuk. Yeniden kurun.</translation>
    </message>
    <message>
        <source>The model&apos;s weights are not the ones it was published with, so it is not used. Install it again.</source>
        <translation>Modelin ağırlıkları, yayımlandığı zamankilerle aynı değil; bu yüzden kullanılmıyor. Yeniden kurun.</translation>
    </message>
    <message>
        <source>The model&apos;s weights do not fit its network, so it is not used.</source>
        <translation>Modelin ağırlıkları kendi ağına uymuyor; bu yüzden kullanılmıyor.</translation>
    </message>
    <message>
        <source>The model was made for a newer version of the program.</source>
        <translation>Model, programın daha yeni bir sürümü için hazırlanmış.</translation>
    </message>
    <message>
        <source>The graphics card asked for is not available. Choose another device.</source>
        <translation>İstenen ekran kartı kullanılamıyor. Başka bir aygıt seçin.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs and try again.</source>
        <translation>Bellek yetersiz. Diğer programları kapatıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The recipe is not valid.</source>
        <translation>Tarif geçerli değil.</translation>
    </message>
    <message>
        <source>The network in the recipe does not fit together.</source>
        <translation>Tarifteki ağın katmanları birbirine uymuyor.</translation>
    </message>
    <message>
        <source>The data set holds no image that can be used.</source>
        <translation>Veri kümesinde kullanılabilecek görüntü yok.</translation>
    </message>
    <message>
        <source>The data set is not laid out in a way that the program knows.</source>
        <translation>Veri kümesinin düzeni, programın tanıdığı düzenlerden biri değil.</translation>
    </message>
    <message>
        <source>The training diverged. Lower the learning rate and try again.</source>
        <translation>Eğitim ıraksadı. Öğrenme oranını düşürüp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another recipe or data set.</source>
        <translation>Denetim noktası başka bir tarife ya da veri kümesine ait.</translation>
    </message>
    <message>
        <source>This was asked for in a way that makes no sense.</source>
        <translation>Bu istek anlamlı değil.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>İptal edildi.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Please report it.</source>
        <translation>Programın içinde bir hata oluştu. Lütfen bildirin.</translation>
    </message>
    <message>
        <source>The module for analysis (nefes_torch) is missing. Install the package nefes-torch, or build the program with LibTorch; viewing works without.</source>
        <translation>Analiz modülü (nefes_torch) eksik. nefes-torch paketini kurun ya da programı LibTorch ile derleyin; görüntüleme modülsüz de çalışır.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export a picture</source>
        <translation>Resim olarak dışa aktar</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Yazdır</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Kapsam</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>Ekranda görünen</translation>
    </message>
    <message>
        <source>The whole image at its full size</source>
        <translation>Tam boyutta bütün görüntü</translation>
    </message>
    <message>
        <source>With</source>
        <translation>İçerik</translation>
    </message>
    <message>
        <source>Texts, orientation and scale bar</source>
        <translation>Yazılar, yön harfleri ve ölçek çubuğu</translation>
    </message>
    <message>
        <source>Name and ID of the patient</source>
        <translation>Hastanın adı ve kimlik numarası</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Ölçümler</translation>
    </message>
    <message>
        <source>Heatmap, with the words “%1”</source>
        <translation>Isı haritası, “%1” ibaresiyle</translation>
    </message>
    <message>
        <source>Text that is burnt into the pixels stays in the picture.</source>
        <translation>Piksellere işlenmiş yazılar resimde kalır.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Dosya seç…</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Önizleme…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
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
        <translation>%%1</translation>
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
        <translation>eşiğin üstünde</translation>
    </message>
    <message>
        <source>below threshold</source>
        <translation>eşiğin altında</translation>
    </message>
    <message>
        <source>indeterminate</source>
        <translation>belirsiz</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>değerlendirilmedi</translation>
    </message>
    <message>
        <source>This does not look like a chest radiograph.</source>
        <translation>Bu, bir göğüs röntgenine benzemiyor.</translation>
    </message>
    <message>
        <source>This looks like a lateral view; the model knows frontal views only.</source>
        <translation>Bu, yan (lateral) grafiye benziyor; model yalnızca frontal (PA, AP) grafileri tanır.</translation>
    </message>
    <message>
        <source>The gray values seem to be inverted.</source>
        <translation>Gri değerler ters çevrilmiş görünüyor.</translation>
    </message>
    <message>
        <source>The image is too small to be judged.</source>
        <translation>Görüntü değerlendirilemeyecek kadar küçük.</translation>
    </message>
    <message>
        <source>This is a colour picture, not a radiograph.</source>
        <translation>Bu bir röntgen değil, renkli bir resim.</translation>
    </message>
    <message>
        <source>The image is unlike those the model was trained on.</source>
        <translation>Görüntü, modelin eğitildiği görüntülere benzemiyor.</translation>
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
        <translation>Görüntünün bir bölümü eksik.</translation>
    </message>
    <message>
        <source>This looks like a CT slice, not a radiograph.</source>
        <translation>Bu bir röntgene değil, BT kesitine benziyor.</translation>
    </message>
    <message>
        <source>This looks like a photograph, not a radiograph.</source>
        <translation>Bu bir röntgene değil, fotoğrafa benziyor.</translation>
    </message>
    <message>
        <source>This looks like a screenshot, not a radiograph.</source>
        <translation>Bu bir röntgene değil, ekran görüntüsüne benziyor.</translation>
    </message>
    <message>
        <source>The image seems to be rotated; the model knows upright films only.</source>
        <translation>Görüntü döndürülmüş görünüyor; model yalnızca dik konumdaki grafileri tanır.</translation>
    </message>
    <message>
        <source>Only a part of the chest is to be seen.</source>
        <translation>Göğsün yalnızca bir bölümü görünüyor.</translation>
    </message>
    <message>
        <source>The image is empty.</source>
        <translation>Görüntü boş.</translation>
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
        <translation>Sınıf, ağın verebileceği yanıtlardan biridir: “normal” ya da “pnömoni” gibi. Aynı anlama gelen etiketler tek sınıfta toplanabilir.</translation>
    </message>
    <message>
        <source>The class that means &quot;nothing found&quot;. It gets no threshold of its own: an image belongs to it when nothing else is above its threshold.</source>
        <translation>“Bulgu yok” anlamına gelen sınıf. Kendi eşiği yoktur: başka hiçbir sınıf eşiğini aşmazsa görüntü bu sınıftandır.</translation>
    </message>
    <message>
        <source>The images are dealt out to three parts that share nothing: one to learn from, one to steer by, one to examine with.</source>
        <translation>Görüntüler ortak hiçbir şeyi olmayan üç bölüme dağıtılır: biri öğrenmek, biri yön vermek, biri sınamak için.</translation>
    </message>
    <message>
        <source>The images that the network learns from. Good results on these prove nothing: it may have learned them by heart.</source>
        <translation>Ağın öğrendiği görüntüler. Bunlarda iyi sonuç alması bir şey kanıtlamaz: ezberlemiş olabilir.</translation>
    </message>
    <message>
        <source>Images that the network never learns from. They show during training whether it has understood or only memorised, and choose the best epoch.</source>
        <translation>Ağın hiç öğrenmediği görüntüler. Eğitim sırasında ağın kavradığını mı yoksa yalnızca ezberlediğini mi gösterir; en iyi dönem de bunlarla seçilir.</translation>
    </message>
    <message>
        <source>Images that are looked at once, at the very end. Only they tell how the network will do on images that nobody has seen.</source>
        <translation>En sonda, bir kez bakılan görüntüler. Ağın hiç görülmemiş görüntülerde ne kadar başarılı olacağını yalnızca bunlar gösterir.</translation>
    </message>
    <message>
        <source>All images of one patient go to the same split. Otherwise the network can recognise the patient instead of the disease.</source>
        <translation>Bir hastanın bütün görüntüleri aynı bölüme girer. Yoksa ağ hastalığı değil hastayı tanıyabilir.</translation>
    </message>
    <message>
        <source>Something of the test images is already known from training, such as the same patient or a copy. The results then look better than they are.</source>
        <translation>Sınama görüntülerinde, eğitimden zaten bilinen bir şey bulunur: aynı hasta ya da bir kopya gibi. Sonuçlar o zaman olduğundan iyi görünür.</translation>
    </message>
    <message>
        <source>The hospital or collection that an image comes from. Devices leave traces in images, and a network learns them if they tell the class.</source>
        <translation>Görüntünün geldiği hastane ya da koleksiyon. Cihazlar görüntüde iz bırakır; bu iz sınıfı ele veriyorsa ağ onu öğrenir.</translation>
    </message>
    <message>
        <source>Two files with almost the same image, such as a copy saved again. In different splits they make results look better than they are.</source>
        <translation>Neredeyse aynı görüntüyü içeren iki dosya; yeniden kaydedilmiş bir kopya gibi. Farklı bölümlerdelerse sonuçlar olduğundan iyi görünür.</translation>
    </message>
    <message>
        <source>Whether bone is white or black. A data set should have one of the two.</source>
        <translation>Kemiğin beyaz mı siyah mı olduğu. Bir veri kümesinde ikisinden biri olmalıdır.</translation>
    </message>
    <message>
        <source>One step of calculation. The output of each layer is the input of the next: edges first, then textures, then findings.</source>
        <translation>Hesabın bir adımı. Her katmanın çıktısı sonrakinin girdisidir: önce kenarlar, sonra dokular, sonra bulgular.</translation>
    </message>
    <message>
        <source>Slides small filters over the image; each answers to one pattern wherever it lies. What the patterns are is learned.</source>
        <translation>Küçük süzgeçleri görüntünün üzerinde kaydırır; her biri bir örüntüye, nerede olursa olsun yanıt verir. Örüntülerin ne olduğu öğrenilir.</translation>
    </message>
    <message>
        <source>Brings the values between two layers to a common range. Training becomes faster and steadier.</source>
        <translation>İki katman arasındaki değerleri ortak bir aralığa getirir. Eğitim hızlanır, dengelenir.</translation>
    </message>
    <message>
        <source>Bends the values, ReLU by setting negative ones to zero. Without it many layers could do no more than one.</source>
        <translation>Değerleri büker; ReLU eksi değerleri sıfırlar. Bu olmasa çok katman tek katmandan fazlasını yapamazdı.</translation>
    </message>
    <message>
        <source>Makes the picture smaller by keeping the largest value or the mean of each window. The network sees more at once and becomes less particular about places.</source>
        <translation>Her pencerenin en büyük değerini ya da ortalamasını alarak resmi küçültür. Ağ bir bakışta daha çok yer görür, konuma daha az takılır.</translation>
    </message>
    <message>
        <source>Averages each map down to a fixed size, mostly one number. Whatever the size of the image, the next layer gets the same number of values.</source>
        <translation>Her haritayı ortalayarak sabit boyuta, çoğunlukla tek sayıya indirir. Görüntünün boyutu ne olursa olsun sonraki katman aynı sayıda değer alır.</translation>
    </message>
    <message>
        <source>Sets a random part of the values to zero while training, so that the network cannot rely on a single one. A remedy for overfitting.</source>
        <translation>Eğitim sırasında değerlerin rastgele bir bölümünü sıfırlar; ağ tek bir değere güvenemez. Aşırı öğrenmeye karşı bir çaredir.</translation>
    </message>
    <message>
        <source>Lays all values out in one row, as a dense layer needs them.</source>
        <translation>Bütün değerleri tek sıraya dizer; yoğun katman bunu ister.</translation>
    </message>
    <message>
        <source>Each unit weighs all values of the layer before. Most parameters of small networks are here.</source>
        <translation>Her birim, önceki katmanın bütün değerlerini ağırlıklandırıp toplar. Küçük ağlarda parametrelerin çoğu buradadır.</translation>
    </message>
    <message>
        <source>Turns the last values into one probability a class. The program adds it by itself.</source>
        <translation>Son değerleri sınıf başına bir olasılığa çevirir. Program bunu kendisi ekler.</translation>
    </message>
    <message>
        <source>A published network of many layers that has proved itself, taken as a whole.</source>
        <translation>Kendini kanıtlamış, çok katmanlı, yayımlanmış bir ağ; bütün olarak alınır.</translation>
    </message>
    <message>
        <source>The numbers that are learned. More of them can learn more, but need more images and time, and memorise more easily.</source>
        <translation>Öğrenilen sayılar. Arttıkça daha fazlası öğrenilebilir; ama daha çok görüntü ve zaman gerekir, ezberleme de kolaylaşır.</translation>
    </message>
    <message>
        <source>Height × width × maps of what the layer hands on.</source>
        <translation>Katmanın ilettiği verinin yüksekliği × genişliği × harita sayısı.</translation>
    </message>
    <message>
        <source>About what a layer needs while training with the batch size of the recipe: its output and the gradient of it, its parameters and what the optimiser keeps.</source>
        <translation>Tarifteki yığın boyutuyla eğitirken katmanın yaklaşık bellek gereksinimi: çıktısı ve onun gradyanı, parametreleri ve en iyileyicinin tuttukları.</translation>
    </message>
    <message>
        <source>The network starts from what another one has learned, instead of from random values. It needs fewer images and fewer epochs.</source>
        <translation>Ağ rastgele değerlerden değil, başka bir ağın öğrendiklerinden başlar. Daha az görüntü ve daha az dönem yeter.</translation>
    </message>
    <message>
        <source>Everything that decides a training run: preparation of the images, network, optimiser, duration. The same recipe, data and seed give the same network.</source>
        <translation>Bir eğitimi belirleyen her şey: görüntülerin hazırlanması, ağ, en iyileyici, süre. Aynı tarif, veri ve tohum aynı ağı verir.</translation>
    </message>
    <message>
        <source>Small random changes of each training image at each look: turned, moved, brighter. The network sees no image twice and learns what does not matter.</source>
        <translation>Her eğitim görüntüsünde her bakışta küçük rastgele değişiklikler: döndürme, kaydırma, parlaklık. Ağ hiçbir görüntüyü iki kez aynı görmez, neyin önemsiz olduğunu öğrenir.</translation>
    </message>
    <message>
        <source>One pass over all training images.</source>
        <translation>Bütün eğitim görüntülerinin üzerinden bir kez geçiş.</translation>
    </message>
    <message>
        <source>The images that are looked at together before the parameters are changed once.</source>
        <translation>Parametreler bir kez değiştirilmeden önce birlikte bakılan görüntüler.</translation>
    </message>
    <message>
        <source>How wrong the network is, its certainty included: a confident mistake costs more than a doubtful one. Training makes this number smaller.</source>
        <translation>Ağın ne kadar yanıldığı; ne kadar emin olduğu da hesaba katılır: emin bir yanlış, kuşkulu bir yanlıştan daha ağır sayılır. Eğitim bu sayıyı küçültür.</translation>
    </message>
    <message>
        <source>The share of images whose most probable class is the right one. Misleading when one class is much more frequent.</source>
        <translation>En olası sınıfı doğru çıkan görüntülerin oranı. Bir sınıf çok daha sıksa yanıltıcıdır.</translation>
    </message>
    <message>
        <source>How far the parameters move at each step. Too small: hours for nothing; too large: the loss jumps or grows.</source>
        <translation>Parametrelerin her adımda ne kadar değiştiği. Çok küçükse saatler boşa gider; çok büyükse kayıp sıçrar ya da artar.</translation>
    </message>
    <message>
        <source>Tries learning rates from very small to very large in one short run. A good one lies where the loss falls most steeply, well before it grows.</source>
        <translation>Kısa bir çalıştırmada çok küçükten çok büyüğe öğrenme oranlarını dener. İyisi, kaybın en dik düştüğü yerdedir; artmaya başlamasından epey önce.</translation>
    </message>
    <message>
        <source>The rule by which the parameters follow the gradient of the loss.</source>
        <translation>Parametrelerin, kaybın gradyanını hangi kurala göre izlediği.</translation>
    </message>
    <message>
        <source>Training ends when the validation images have not improved for some epochs: going on would only memorise.</source>
        <translation>Doğrulama görüntüleri birkaç dönem iyileşmezse eğitim biter: sürdürmek yalnızca ezberletir.</translation>
    </message>
    <message>
        <source>The epoch with the best result on the validation images. Its parameters are kept, not those of the last epoch.</source>
        <translation>Doğrulama görüntülerinde en iyi sonucu veren dönem. Son dönemin değil, bunun parametreleri saklanır.</translation>
    </message>
    <message>
        <source>The network memorises the training images: their loss falls while that of the validation images grows. More images, augmentation or dropout help.</source>
        <translation>Aşırı öğrenme: ağ eğitim görüntülerini ezberler; onların kaybı düşerken doğrulamanınki artar. Daha çok görüntü, veri artırma ya da seyreltme yardımcı olur.</translation>
    </message>
    <message>
        <source>The whole state of a run on disk. From it an interrupted run goes on exactly where it was.</source>
        <translation>Eğitimin diskteki tam durumu. Yarıda kesilen eğitim buradan, tam kaldığı yerden sürer.</translation>
    </message>
    <message>
        <source>The start of all random numbers. The same seed draws the same splits, first parameters and augmentation.</source>
        <translation>Bütün rastgele sayıların başlangıcı. Aynı tohum aynı bölümleri, ilk parametreleri ve veri artırmayı verir.</translation>
    </message>
    <message>
        <source>The parameters that are kept are a running mean of those of the last steps, which is steadier than the last step alone.</source>
        <translation>Saklanan parametreler, son adımlarınkinin hareketli ortalamasıdır; tek başına son adımdan daha dengelidir.</translation>
    </message>
    <message>
        <source>Trains once for each combination of chosen values and shows which does best on the validation images.</source>
        <translation>Seçilen değerlerin her birleşimi için bir kez eğitir, doğrulama görüntülerinde hangisinin en iyi olduğunu gösterir.</translation>
    </message>
    <message>
        <source>Shows which parts of the image weighed most for a class. It shows where the network looked, not whether it is right.</source>
        <translation>Bir sınıf için görüntünün hangi bölgelerinin ağır bastığını gösterir. Ağın nereye baktığını söyler, haklı olup olmadığını değil.</translation>
    </message>
    <message>
        <source>A row for each true class, a column for each answer: the diagonal is right, everything else shows what is taken for what.</source>
        <translation>Her gerçek sınıfa bir satır, her yanıta bir sütun: köşegen doğrulardır, geri kalanı neyin neyle karıştığını gösterir.</translation>
    </message>
    <message>
        <source>Of the images that were given this class, the share that really has it. The same as the positive predictive value in this data set.</source>
        <translation>Bu sınıf verilen görüntülerden gerçekten o sınıftan olanların oranı. Bu veri kümesindeki pozitif prediktif değerle aynıdır.</translation>
    </message>
    <message>
        <source>Of the images that have the finding, the share that is found. Also called recall.</source>
        <translation>Bulgusu olan görüntülerden yakalananların oranı.</translation>
    </message>
    <message>
        <source>Of the images without the finding, the share that is left in peace.</source>
        <translation>Bulgusu olmayan görüntülerden, bulgusuz olduğu doğru bilinenlerin oranı.</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and sensitivity: high only when both are.</source>
        <translation>Kesinlik ile duyarlılığın harmonik ortalaması: ancak ikisi de yüksekse yüksektir.</translation>
    </message>
    <message>
        <source>Mean of the sensitivities of all classes, so that a frequent class does not hide a rare one.</source>
        <translation>Bütün sınıfların duyarlılıklarının ortalaması; sık bir sınıf seyrek olanı gizlemesin diye.</translation>
    </message>
    <message>
        <source>The number of images that really have this class.</source>
        <translation>Gerçekten bu sınıftan olan görüntülerin sayısı.</translation>
    </message>
    <message>
        <source>The range in which the figure would lie in 95 of 100 data sets of this size. Few images: a wide range.</source>
        <translation>Bu büyüklükteki 100 veri kümesinin 95’inde değerin içinde kalacağı aralık. Az görüntü, geniş aralık demektir.</translation>
    </message>
    <message>
        <source>Sensitivity against false alarms for every possible threshold. The further to the top left, the better; the diagonal is guessing.</source>
        <translation>Olası her eşik için duyarlılığa karşı yanlış alarm. Sol üste ne kadar yakınsa o kadar iyidir; köşegen rastgele tahmindir.</translation>
    </message>
    <message>
        <source>The area under the ROC curve: how often a random image with the finding gets a higher score than one without. 0.5 is guessing, 1 is perfect.</source>
        <translation>ROC eğrisinin altındaki alan: bulgulu rastgele bir görüntünün bulgusuz olandan ne sıklıkta yüksek skor aldığı. 0,5 rastgele tahmindir, 1 kusursuzdur.</translation>
    </message>
    <message>
        <source>Precision against sensitivity for every possible threshold. It tells more than the ROC curve when the finding is rare.</source>
        <translation>Olası her eşik için duyarlılığa karşı kesinlik. Bulgu seyrekse ROC eğrisinden daha çok şey söyler.</translation>
    </message>
    <message>
        <source>The area under the precision-recall curve.</source>
        <translation>Kesinlik–duyarlılık eğrisinin altındaki alan.</translation>
    </message>
    <message>
        <source>From this probability on a finding is reported. Lower: fewer are missed, more false alarms; higher: the opposite.</source>
        <translation>Bu olasılıktan başlayarak bulgu bildirilir. Düşükse daha az kaçırılır, yanlış alarm artar; yüksekse tersi.</translation>
    </message>
    <message>
        <source>How frequent the finding is among the people you examine. The predictive values depend on it, sensitivity and specificity do not.</source>
        <translation>Baktığınız kişilerde bulgunun ne kadar sık olduğu. Prediktif değerler buna bağlıdır; duyarlılık ve özgüllük değildir.</translation>
    </message>
    <message>
        <source>When the network reports the finding: how often it is there, at this prevalence.</source>
        <translation>Ağ bulgu bildirdiğinde, bu prevalansta, bulgunun ne sıklıkta gerçekten var olduğu.</translation>
    </message>
    <message>
        <source>When the network reports nothing: how often that is right, at this prevalence.</source>
        <translation>Ağ bulgu bildirmediğinde, bu prevalansta, bunun ne sıklıkta doğru olduğu.</translation>
    </message>
    <message>
        <source>Whether probabilities mean what they say: of the images that got 80 percent, 80 of 100 should have the finding.</source>
        <translation>Olasılıkların söyledikleri anlama gelip gelmediği: yüzde 80 verilen 100 görüntünün 80’inde bulgu olmalıdır.</translation>
    </message>
    <message>
        <source>The mean distance between what the probabilities promise and what comes true. Zero is best.</source>
        <translation>Olasılıkların vaat ettiği ile gerçekleşen arasındaki ortalama uzaklık. En iyisi sıfırdır.</translation>
    </message>
    <message>
        <source>The mean squared error of the probabilities: rewards being right and being honest about doubt. Zero is best.</source>
        <translation>Olasılıkların ortalama karesel hatası: haklı olmayı da kuşkuyu dürüstçe söylemeyi de ödüllendirir. En iyisi sıfırdır.</translation>
    </message>
    <message>
        <source>What the network has made of an image before it decides: a row of numbers. Images that it takes for similar lie close together.</source>
        <translation>Ağın karar vermeden önce görüntüden çıkardığı: bir sayı dizisi. Benzer bulduğu görüntüler birbirine yakındır.</translation>
    </message>
    <message>
        <source>PCA: the two directions in which the images differ most. Distances keep their meaning.</source>
        <translation>PCA (temel bileşenler): görüntülerin en çok ayrıştığı iki yön. Uzaklıklar anlamını korur.</translation>
    </message>
    <message>
        <source>A map that keeps neighbours together. Groups mean something, the distances between groups and their sizes do not.</source>
        <translation>Komşuları bir arada tutan bir harita. Kümelerin anlamı vardır; aralarındaki uzaklığın ve büyüklüklerinin yoktur.</translation>
    </message>
    <message>
        <source>A group of images that lie close together. A cluster of one source instead of one class is a warning.</source>
        <translation>Birbirine yakın duran bir görüntü grubu. Küme bir sınıftan değil de bir kaynaktan oluşuyorsa bu bir uyarıdır.</translation>
    </message>
    <message>
        <source>The threshold that the viewer will use: your choice between missed findings and false alarms.</source>
        <translation>Görüntüleyicinin kullanacağı eşik: kaçırılan bulgularla yanlış alarmlar arasındaki seçiminiz.</translation>
    </message>
    <message>
        <source>Probabilities so close to the threshold that the viewer says &quot;indeterminate&quot; instead of yes or no.</source>
        <translation>Eşiğe o kadar yakın olasılıklar ki görüntüleyici var ya da yok yerine “belirsiz” der.</translation>
    </message>
    <message>
        <source>Compares a new image with the training images. The viewer withholds its scores for images that are too strange.</source>
        <translation>Yeni görüntüyü eğitim görüntüleriyle karşılaştırır. Görüntüleyici çok yabancı görüntülerde skorları göstermez.</translation>
    </message>
    <message>
        <source>One page about what the network is for, what it learned from, how good it is and where it fails.</source>
        <translation>Ağın ne için olduğunu, neyden öğrendiğini, ne kadar iyi olduğunu ve nerede yanıldığını anlatan bir sayfa.</translation>
    </message>
    <message>
        <source>A folder with the network, its parameters, thresholds, figures and card. It can be copied to another computer.</source>
        <translation>Ağı, parametrelerini, eşiklerini, sonuçlarını ve kartını içeren klasör. Başka bilgisayara kopyalanabilir.</translation>
    </message>
    <message>
        <source>The first layers keep what the other network has learned; only those after them learn. With few images this keeps the network from memorising them.</source>
        <translation>İlk katmanlar öteki ağın öğrendiğini olduğu gibi korur; yalnızca sonrakiler öğrenir. Görüntü azsa bu, ağın onları ezberlemesini önler.</translation>
    </message>
    <message>
        <source>Every image is once in the validation split, each time with a network trained on the others. What all of them come to depends less on chance than one split does.</source>
        <translation>Her görüntü bir kez doğrulama bölümüne düşer; her seferinde onu ötekilerle eğitilmiş bir ağ değerlendirir. Hepsinin ortak sonucu, tek bir bölmeye göre rastlantıya daha az bağlıdır.</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>size kept</source>
        <comment>padding</comment>
        <translation>boyut korunur</translation>
    </message>
    <message>
        <source>no border</source>
        <comment>padding</comment>
        <translation>kenarsız</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Evrişim</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>Yığın normalleştirme</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Etkinleştirme</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>Maksimum havuzlama</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>Ortalama havuzlama</translation>
    </message>
    <message>
        <source>Global pooling</source>
        <translation>Genel havuzlama</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Seyreltme</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Düzleştirme</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Yoğun</translation>
    </message>
    <message>
        <source>none</source>
        <comment>activation</comment>
        <translation>yok</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <comment>activation</comment>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>My own layers</source>
        <translation>Kendi katmanlarım</translation>
    </message>
    <message>
        <source>MobileNetV3, small</source>
        <translation>MobileNetV3, küçük</translation>
    </message>
    <message>
        <source>MobileNetV3, large</source>
        <translation>MobileNetV3, büyük</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n süzgeç</numerusform>
        </translation>
    </message>
    <message>
        <source>stride %1</source>
        <translation>adım %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>size</comment>
        <translation>%1 boyutuna</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n birim</numerusform>
        </translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>Çıktı katmanı</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Katman %1</translation>
    </message>
    <message>
        <source>%1: its input is %2, the window %3. Take away a pooling layer, or make the window smaller.</source>
        <translation>%1: girdisi %2, penceresi %3. Bir havuzlama katmanını çıkarın ya da pencereyi küçültün.</translation>
    </message>
    <message>
        <source>%1: it needs rows and columns, but stands behind a flatten layer. Move it up.</source>
        <translation>%1: satır ve sütun ister ama düzleştirme katmanından sonra duruyor. Yukarı taşıyın.</translation>
    </message>
    <message>
        <source>%1: it needs values in one row, but gets %2 maps of %3. Put a flatten layer before it.</source>
        <translation>%1: tek sıra değer ister ama %3 boyutunda %2 harita alıyor. Önüne bir düzleştirme katmanı koyun.</translation>
    </message>
    <message>
        <source>%1: %2 values are too many. Make the picture smaller before.</source>
        <translation>%1: %2 değer çok fazla. Önceki katmanlarda resmi küçültün.</translation>
    </message>
    <message>
        <source>%1: with it the network has %2 parameters, which is too many. Make the picture smaller before, or the layer.</source>
        <translation>%1: bununla ağın %2 parametresi olur; bu çok fazla. Önceki katmanlarda resmi ya da bu katmanı küçültün.</translation>
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
        <translation>Katmanlar</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Girdi</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Çıktı</translation>
    </message>
    <message>
        <source>gray, normalised</source>
        <translation>gri, normalleştirilmiş</translation>
    </message>
    <message>
        <source>dense, sigmoid</source>
        <translation>yoğun, sigmoid</translation>
    </message>
    <message>
        <source>dense, softmax</source>
        <translation>yoğun, softmax</translation>
    </message>
    <message>
        <source>width %1, dropout %2</source>
        <translation>genişlik %1, seyreltme %2</translation>
    </message>
    <message>
        <source>%L1 parameters</source>
        <translation>%L1 parametre</translation>
    </message>
</context>
<context>
    <name>Lengths</name>
    <message>
        <source>Calibrate by a known length</source>
        <translation>Bilinen uzunlukla kalibre et</translation>
    </message>
    <message>
        <source>The line measures %1. How long is it really? All lengths on this image will be marked as calibrated.</source>
        <translation>Çizginin ölçülen uzunluğu: %1. Gerçek uzunluğu ne? Bu görüntüdeki bütün uzunluklar kalibre edilmiş olarak işaretlenecek.</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Real length</source>
        <translation>Gerçek uzunluk</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Kalibre et</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Remove the calibration</source>
        <translation>Kalibrasyonu kaldır</translation>
    </message>
    <message>
        <source>Measure the monitor</source>
        <translation>Monitörü ölç</translation>
    </message>
    <message>
        <source>Hold a bank card against the screen and move the slider until the bar is as long as the card (85.6 mm).</source>
        <translation>Bir banka kartını ekrana tutun ve çubuk kart kadar uzun olana dek sürgüyü kaydırın (85,6 mm).</translation>
    </message>
    <message>
        <source>Length of the bar</source>
        <translation>Çubuğun uzunluğu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
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
        <translation>içinde piksel yok</translation>
    </message>
    <message>
        <source>mean %1, SD %2</source>
        <translation>ortalama %1, SS %2</translation>
    </message>
    <message>
        <source>min %1, median %2, max %3</source>
        <translation>en küçük %1, ortanca %2, en büyük %3</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Uzunluk</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Açı</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb açısı</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Dikdörtgen</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elips</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Kardiyotorasik oran</translation>
    </message>
    <message>
        <source>CTR %1</source>
        <translation>KTO %1</translation>
    </message>
    <message>
        <source>CTR –</source>
        <translation>KTO –</translation>
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
        <translation>Serbest çizim</translation>
    </message>
    <message>
        <source>Point value</source>
        <translation>Nokta değeri</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Metin</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Ok</translation>
    </message>
    <message>
        <source>outside the image</source>
        <translation>görüntünün dışında</translation>
    </message>
    <message>
        <source>heart %1</source>
        <comment>its width, with the unit</comment>
        <translation>kalp %1</translation>
    </message>
    <message>
        <source>thorax %1</source>
        <comment>its width, with the unit</comment>
        <translation>toraks %1</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Dosya</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Son açılanlar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Gö&amp;rünüm</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Görüntü</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>Hazır pencereler</translation>
    </message>
    <message>
        <source>Window presets (0 to 9)</source>
        <translation>Hazır pencereler (0–9)</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>&amp;Analiz</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Di&amp;l</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Yardım</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Araçlar</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>Öl&amp;çüm</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Eğitim</translation>
    </message>
    <message>
        <source>Viewports</source>
        <translation>Görüntü alanları</translation>
    </message>
    <message>
        <source>Viewports: layout, links, priors</source>
        <translation>Görüntü alanları: düzen, bağlantılar, önceki tetkikler</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Renk haritası</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>Sunum durumu</translation>
    </message>
</context>
<context>
    <name>ObjectText</name>
    <message>
        <source>Structured report</source>
        <translation>Yapılandırılmış rapor</translation>
    </message>
    <message>
        <source>Mammography CAD report</source>
        <translation>Mamografi CAD raporu</translation>
    </message>
    <message>
        <source>Key image note</source>
        <translation>Anahtar görüntü notu</translation>
    </message>
    <message>
        <source>Chest CAD report</source>
        <translation>Toraks CAD raporu</translation>
    </message>
    <message>
        <source>Radiation dose report</source>
        <translation>Radyasyon doz raporu</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Belge</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF belgesi</translation>
    </message>
    <message>
        <source>CDA clinical document</source>
        <translation>CDA klinik belgesi</translation>
    </message>
    <message>
        <source>STL model</source>
        <translation>STL modeli</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>Sunum durumu</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Dalga formu</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>EKG</translation>
    </message>
    <message>
        <source>Audio recording</source>
        <translation>Ses kaydı</translation>
    </message>
    <message>
        <source>Radiotherapy object</source>
        <translation>Radyoterapi nesnesi</translation>
    </message>
    <message>
        <source>Radiotherapy structure set</source>
        <translation>Radyoterapi yapı seti</translation>
    </message>
    <message>
        <source>Radiotherapy plan</source>
        <translation>Radyoterapi planı</translation>
    </message>
    <message>
        <source>Raw data</source>
        <translation>Ham veri</translation>
    </message>
    <message>
        <source>Spatial registration</source>
        <translation>Uzamsal çakıştırma</translation>
    </message>
    <message>
        <source>Spatial fiducials</source>
        <translation>Uzamsal referans noktaları</translation>
    </message>
    <message>
        <source>Surface segmentation</source>
        <translation>Yüzey segmentasyonu</translation>
    </message>
    <message>
        <source>Tractography</source>
        <translation>Traktografi</translation>
    </message>
    <message>
        <source>Real world value mapping</source>
        <translation>Gerçek değer eşlemesi</translation>
    </message>
    <message>
        <source>Eye measurements</source>
        <translation>Göz ölçümleri</translation>
    </message>
    <message>
        <source>Procedure protocol</source>
        <translation>İşlem protokolü</translation>
    </message>
    <message>
        <source>DICOM object</source>
        <translation>DICOM nesnesi</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>female</source>
        <translation>kadın</translation>
    </message>
    <message>
        <source>male</source>
        <translation>erkek</translation>
    </message>
    <message>
        <source>other sex</source>
        <translation>diğer cinsiyet</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n yaş</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n aylık</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n haftalık</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%n günlük</numerusform>
        </translation>
    </message>
    <message>
        <source>ID %1</source>
        <comment>patient</comment>
        <translation>No %1</translation>
    </message>
    <message>
        <source>right side</source>
        <translation>sağ</translation>
    </message>
    <message>
        <source>left side</source>
        <translation>sol</translation>
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
        <translation>kayıplı %1:1</translation>
    </message>
    <message>
        <source>lossy</source>
        <comment>compression</comment>
        <translation>kayıplı sıkıştırma</translation>
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
        <translation>G %1  M %2</translation>
    </message>
    <message>
        <source>Zoom %1</source>
        <translation>Yakınlaştırma %1</translation>
    </message>
    <message>
        <source>%1°</source>
        <comment>rotation</comment>
        <translation>%1°</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>aynalanmış</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>ters çevrilmiş</translation>
    </message>
    <message>
        <source>Image %1 of %2</source>
        <translation>Görüntü %1 / %2</translation>
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
        <translation>mm (dedektör)</translation>
    </message>
    <message>
        <source>mm (corrected for magnification)</source>
        <translation>mm (büyütme düzeltilmiş)</translation>
    </message>
    <message>
        <source>mm (calibrated)</source>
        <translation>mm (kalibre edilmiş)</translation>
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
        <translation>Kaydedildi: %1</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Grafiği kaydet</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Lung</source>
        <translation>Akciğer</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Kemik</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Yumuşak doku</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediasten</translation>
    </message>
    <message>
        <source>Lines and tubes</source>
        <translation>Kateter ve tüpler</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Beyin</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Karın</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Karaciğer</translation>
    </message>
</context>
<context>
    <name>RecipeFields</name>
    <message>
        <source>validation loss</source>
        <translation>doğrulama kaybı</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>doğrulama doğruluğu</translation>
    </message>
    <message>
        <source>validation AUC</source>
        <translation>doğrulama AUC’si</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Genişlik</translation>
    </message>
    <message>
        <source>Pixels across that the network sees. Twice the side: four times the work.</source>
        <translation>Ağın enine gördüğü piksel sayısı. Kenar iki katına çıkınca iş dört katına çıkar.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Yükseklik</translation>
    </message>
    <message>
        <source>Pixels down that the network sees.</source>
        <translation>Ağın boyuna gördüğü piksel sayısı.</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Sığdırma</translation>
    </message>
    <message>
        <source>How an image of another shape is brought to this size.</source>
        <translation>Başka biçimdeki bir görüntünün bu boyuta nasıl getirildiği.</translation>
    </message>
    <message>
        <source>whole image, black border</source>
        <translation>bütün görüntü, siyah kenar</translation>
    </message>
    <message>
        <source>middle of the image</source>
        <translation>görüntünün ortası</translation>
    </message>
    <message>
        <source>stretched</source>
        <translation>esnetilmiş</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Radiographs have one gray channel. Three repeat it, for networks that were made for colour.</source>
        <translation>Röntgenin tek gri kanalı vardır. Üç kanal, renkli görüntü için yapılmış ağlara uysun diye onu yineler.</translation>
    </message>
    <message>
        <source>1 (gray)</source>
        <translation>1 (gri)</translation>
    </message>
    <message>
        <source>3 (gray, repeated)</source>
        <translation>3 (gri, yinelenmiş)</translation>
    </message>
    <message>
        <source>Local contrast (CLAHE)</source>
        <translation>Yerel kontrast (CLAHE)</translation>
    </message>
    <message>
        <source>Evens out the contrast tile by tile, so that faint shadows show; the number limits how much.</source>
        <translation>Kontrastı karo karo dengeler, silik gölgeler görünür olur; sayı bunun ne kadar olacağını sınırlar.</translation>
    </message>
    <message>
        <source>Tiles a side</source>
        <translation>Kenar başına karo</translation>
    </message>
    <message>
        <source>Into how many tiles a side the image is cut for the local contrast.</source>
        <translation>Yerel kontrast için görüntünün her kenarda kaç karoya bölündüğü.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Ölçek</translation>
    </message>
    <message>
        <source>Gray values 0 to 255 are multiplied by it: 0.003922 (1/255) makes them 0 to 1.</source>
        <translation>0–255 arası gri değerler bununla çarpılır: 0,003922 (1/255) onları 0–1 arasına getirir.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Ortalama</translation>
    </message>
    <message>
        <source>Subtracted after scaling, so that the values lie around zero: one number, or one a channel.</source>
        <translation>Ölçeklemeden sonra çıkarılır, değerler sıfır çevresinde toplanır: tek sayı ya da kanal başına bir sayı.</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standart sapma</translation>
    </message>
    <message>
        <source>The values are divided by it at last: one number, or one a channel.</source>
        <translation>Değerler en son buna bölünür: tek sayı ya da kanal başına bir sayı.</translation>
    </message>
    <message>
        <source>Rotation, ± degrees</source>
        <translation>Döndürme, ± derece</translation>
    </message>
    <message>
        <source>Turned by up to so much. Patients rarely stand more than 10 degrees askew.</source>
        <translation>En çok bu kadar döndürülür. Hastaların 10 dereceden fazla eğik durması seyrektir.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Yakınlaştırma</translation>
    </message>
    <message>
        <source>Enlarged by a factor from this range; 1 to 1 is none.</source>
        <translation>Bu aralıktan bir katsayıyla büyütülür; 1–1 büyütme yok demektir.</translation>
    </message>
    <message>
        <source>Shift across, ±</source>
        <translation>Yana kaydırma, ±</translation>
    </message>
    <message>
        <source>Moved sideways by up to this fraction of the width.</source>
        <translation>Genişliğin en çok bu oranı kadar yana kaydırılır.</translation>
    </message>
    <message>
        <source>Shift down, ±</source>
        <translation>Dikey kaydırma, ±</translation>
    </message>
    <message>
        <source>Moved up or down by up to this fraction of the height.</source>
        <translation>Yüksekliğin en çok bu oranı kadar yukarı ya da aşağı kaydırılır.</translation>
    </message>
    <message>
        <source>Shear, ±</source>
        <translation>Eğme, ±</translation>
    </message>
    <message>
        <source>Slanted by up to this fraction.</source>
        <translation>En çok bu oranda yana yatırılır.</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Sağ–sol aynalama</translation>
    </message>
    <message>
        <source>Every second image. In a chest the heart changes sides: use it only if sides do not matter.</source>
        <translation>İki görüntüden birinde. Göğüste kalp taraf değiştirir: yalnızca taraf önemsizse kullanın.</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>Üst–alt aynalama</translation>
    </message>
    <message>
        <source>Every second image. Radiographs are never upside down, so mostly of no use.</source>
        <translation>İki görüntüden birinde. Röntgen hiçbir zaman baş aşağı olmaz; çoğunlukla yararı yoktur.</translation>
    </message>
    <message>
        <source>Random part, area</source>
        <translation>Rastgele parça, alan</translation>
    </message>
    <message>
        <source>Only a random part of the image with an area from this range is shown, at full size. A finding outside is lost.</source>
        <translation>Görüntünün, alanı bu aralıkta rastgele bir parçası tam boyda gösterilir. Dışında kalan bulgu kaybolur.</translation>
    </message>
    <message>
        <source>Brightness, ±</source>
        <translation>Parlaklık, ±</translation>
    </message>
    <message>
        <source>Brighter or darker by up to this fraction, as exposures differ.</source>
        <translation>Çekim dozları değiştiğinden, en çok bu oranda açılır ya da koyulaşır.</translation>
    </message>
    <message>
        <source>Contrast, ±</source>
        <translation>Kontrast, ±</translation>
    </message>
    <message>
        <source>More or less contrast by up to this fraction.</source>
        <translation>Kontrast en çok bu oranda artar ya da azalır.</translation>
    </message>
    <message>
        <source>Gamma, ±</source>
        <translation>Gama, ±</translation>
    </message>
    <message>
        <source>Middle gray values brighter or darker, black and white as they are.</source>
        <translation>Ara griler açılır ya da koyulaşır; siyah ve beyaz olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Gürültü</translation>
    </message>
    <message>
        <source>Grain as at a low dose: standard deviation up to this fraction of white.</source>
        <translation>Düşük dozdaki gibi kumlanma: standart sapması, beyazın en çok bu oranı kadardır.</translation>
    </message>
    <message>
        <source>Blur, pixels</source>
        <translation>Bulanıklık, piksel</translation>
    </message>
    <message>
        <source>Softened by up to so many pixels (sigma), as by movement.</source>
        <translation>Hareket bulanıklığındaki gibi, en çok bu kadar piksel (sigma) yumuşatılır.</translation>
    </message>
    <message>
        <source>Cut-out</source>
        <translation>Kesip çıkarma</translation>
    </message>
    <message>
        <source>A black square with a side up to this fraction, so that the network does not rely on one place.</source>
        <translation>Kenarı en çok bu oranda siyah bir kare; ağ tek bir yere güvenmesin diye.</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>Görüntünün dışı</translation>
    </message>
    <message>
        <source>What fills the corners when the image is turned or moved.</source>
        <translation>Görüntü dönünce ya da kayınca köşelerin neyle doldurulacağı.</translation>
    </message>
    <message>
        <source>nearest pixel</source>
        <translation>en yakın piksel</translation>
    </message>
    <message>
        <source>black</source>
        <translation>siyah</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Kayıp</translation>
    </message>
    <message>
        <source>How being wrong is counted. Focal loss counts easy images less, for rare findings.</source>
        <translation>Yanlışın nasıl hesaba katıldığı. Odaklı kayıp kolay görüntüleri daha az sayar; seyrek bulgular içindir.</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>çapraz entropi</translation>
    </message>
    <message>
        <source>focal loss</source>
        <translation>odaklı kayıp</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Odak</translation>
    </message>
    <message>
        <source>How much less easy images count; 2 is usual.</source>
        <translation>Kolay görüntülerin ne kadar az sayılacağı; alışılan 2’dir.</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>Sınıf ağırlıkları</translation>
    </message>
    <message>
        <source>Balanced: mistakes in rare classes count more, so that they are not drowned.</source>
        <translation>Dengeli: seyrek sınıflardaki yanlışlar daha çok sayılır, arada kaybolmaz.</translation>
    </message>
    <message>
        <source>all images alike</source>
        <translation>bütün görüntüler eşit</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>dengeli</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Etiket yumuşatma</translation>
    </message>
    <message>
        <source>Asks for a little less than certainty, which makes the network less overconfident. 0.05 to 0.1 is usual.</source>
        <translation>Kesinlikten biraz azını ister; ağ kendine aşırı güvenmez. Alışılan 0,05–0,1’dir.</translation>
    </message>
    <message>
        <source>Drawing of images</source>
        <translation>Görüntü seçimi</translation>
    </message>
    <message>
        <source>each once an epoch</source>
        <translation>her biri dönemde bir kez</translation>
    </message>
    <message>
        <source>classes equally often</source>
        <translation>sınıflar eşit sıklıkta</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>En iyileyici</translation>
    </message>
    <message>
        <source>The rule by which the parameters follow the gradient. Adam and AdamW forgive most.</source>
        <translation>Parametrelerin gradyanı hangi kurala göre izlediği. Ayar hatalarına en dayanıklı olanlar Adam ve AdamW’dir.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Öğrenme oranı</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Ağırlık küçültme</translation>
    </message>
    <message>
        <source>Pulls the parameters towards zero, against memorising. 0.0001 to 0.05 is usual.</source>
        <translation>Ezberlemeye karşı parametreleri sıfıra çeker. Alışılan 0,0001–0,05’tir.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>How much of the last step goes on; 0.9 is usual with SGD.</source>
        <translation>Son adımın ne kadarının sürdüğü; SGD ile alışılan 0,9’dur.</translation>
    </message>
    <message>
        <source>Course of the learning rate</source>
        <translation>Öğrenme oranının seyri</translation>
    </message>
    <message>
        <source>Large steps first and small ones at the end find better networks than equal ones.</source>
        <translation>Önce büyük, sonda küçük adımlar, eşit adımlardan daha iyi ağlar bulur.</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>sabit</translation>
    </message>
    <message>
        <source>smaller when nothing improves</source>
        <translation>iyileşme durunca küçülür</translation>
    </message>
    <message>
        <source>falling as a cosine</source>
        <translation>kosinüs gibi düşer</translation>
    </message>
    <message>
        <source>up, then down (one cycle)</source>
        <translation>önce artar, sonra düşer (tek çevrim)</translation>
    </message>
    <message>
        <source>Warm-up, epochs</source>
        <translation>Isınma, dönem</translation>
    </message>
    <message>
        <source>The rate grows from zero for so many epochs, which spares the first, random steps.</source>
        <translation>Oran bu kadar dönem boyunca sıfırdan artar; ilk, rastgele adımlar yumuşar.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Katsayı</translation>
    </message>
    <message>
        <source>The rate is multiplied by it when the validation loss no longer improves.</source>
        <translation>Doğrulama kaybı artık iyileşmiyorsa oran bununla çarpılır.</translation>
    </message>
    <message>
        <source>Patience, epochs</source>
        <translation>Sabır, dönem</translation>
    </message>
    <message>
        <source>So many epochs without improvement are waited for.</source>
        <translation>İyileşme olmadan bu kadar dönem beklenir.</translation>
    </message>
    <message>
        <source>Smallest rate</source>
        <translation>En küçük oran</translation>
    </message>
    <message>
        <source>The learning rate does not fall below it.</source>
        <translation>Öğrenme oranı bunun altına düşmez.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Dönem sayısı</translation>
    </message>
    <message>
        <source>How often all training images are looked at, at most.</source>
        <translation>Bütün eğitim görüntülerine en çok kaç kez bakılacağı.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Yığın boyutu</translation>
    </message>
    <message>
        <source>Images that are looked at together before each step. More need more memory; 16 to 64 is usual.</source>
        <translation>Her adımdan önce birlikte bakılan görüntüler. Sayıları arttıkça daha çok bellek gerekir; alışılan 16–64’tür.</translation>
    </message>
    <message>
        <source>Stop early after epochs</source>
        <translation>Erken durdurma, dönem</translation>
    </message>
    <message>
        <source>Training ends when so many epochs have brought no improvement: going on would only memorise.</source>
        <translation>Bu kadar dönem iyileşme olmazsa eğitim biter: sürdürmek yalnızca ezberletir.</translation>
    </message>
    <message>
        <source>without improvement of</source>
        <translation>izlenen ölçüt</translation>
    </message>
    <message>
        <source>The figure that is watched for stopping early.</source>
        <translation>Erken durdurma için izlenen ölçüt.</translation>
    </message>
    <message>
        <source>none: keep the last epoch</source>
        <translation>yok: son dönem saklanır</translation>
    </message>
    <message>
        <source>Keep the epoch with the best</source>
        <translation>Dönem seçme ölçütü</translation>
    </message>
    <message>
        <source>The parameters of this epoch become the network.</source>
        <translation>Bu ölçüte göre en iyi dönemin parametreleri ağ olur.</translation>
    </message>
    <message>
        <source>Limit of the gradient</source>
        <translation>Gradyan sınırı</translation>
    </message>
    <message>
        <source>Steps that would be longer are cut to this length, so that one odd batch does not spoil everything.</source>
        <translation>Daha uzun adımlar bu boya kısaltılır; tek bir aykırı yığın her şeyi bozmaz.</translation>
    </message>
    <message>
        <source>Averaging of parameters</source>
        <translation>Parametre ortalaması</translation>
    </message>
    <message>
        <source>Decay of a running mean of the parameters; 0 is none, 0.999 is usual in long runs.</source>
        <translation>Parametrelerin hareketli ortalamasının sönümü; 0 ortalama alınmaz demektir, uzun eğitimlerde alışılan 0,999’dur.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Sayı duyarlığı</translation>
    </message>
    <message>
        <source>bfloat16 is faster on processors and cards that have it, with almost the same result.</source>
        <translation>bfloat16, onu destekleyen işlemci ve kartlarda daha hızlıdır; sonuç neredeyse aynıdır.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Tohum</translation>
    </message>
    <message>
        <source>The start of all random numbers. Another seed gives other splits and another network: the spread tells how much is chance.</source>
        <translation>Bütün rastgele sayıların başlangıcı. Başka tohum başka bölümler ve başka bir ağ verir: aradaki fark rastlantının payını gösterir.</translation>
    </message>
    <message>
        <source>Two numbers from %1 to %2 are needed, the second not below the first.</source>
        <translation>%1 ile %2 arasında iki sayı gerekir, ikincisi birinciden küçük olmamalı.</translation>
    </message>
    <message>
        <source>One number, or one for each channel, separated by blanks.</source>
        <translation>Tek sayı ya da her kanal için bir sayı, aralarında boşlukla.</translation>
    </message>
    <message>
        <source>A whole number is needed.</source>
        <translation>Bir tam sayı gerekir.</translation>
    </message>
    <message>
        <source>A number from %1 to %2 is needed.</source>
        <translation>%1 ile %2 arasında bir sayı gerekir.</translation>
    </message>
    <message>
        <source>Input of the network</source>
        <translation>Ağın girdisi</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Veri artırma</translation>
    </message>
    <message>
        <source>Loss and balance</source>
        <translation>Kayıp ve denge</translation>
    </message>
    <message>
        <source>Learning rate over time</source>
        <translation>Öğrenme oranının zamanla değişimi</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Eğitim</translation>
    </message>
    <message>
        <source>How far the parameters move at each step. Too small: hours for nothing; too large: the loss jumps or grows. 0.001 is a good start; the step Train can find one for your data.</source>
        <translation>Parametrelerin her adımda ne kadar değiştiği. Çok küçükse saatler boşa gider; çok büyükse kayıp sıçrar ya da artar. 0,001 iyi bir başlangıçtır; Eğit adımı verinize uygun olanı bulabilir.</translation>
    </message>
    <message>
        <source>Squashing, ±</source>
        <translation>Ezme, ±</translation>
    </message>
    <message>
        <source>Wider or narrower by up to this fraction: pictures in collections were often squeezed into squares.</source>
        <translation>Bu orana kadar genişletilir ya da daraltılır: koleksiyonlardaki resimler çoğu kez kareye sıkıştırılmıştır.</translation>
    </message>
    <message>
        <source>Lost detail</source>
        <translation>Ayrıntı kaybı</translation>
    </message>
    <message>
        <source>Share of the images that are shrunk and enlarged again, so that the network cannot tell a hospital by its sharpness.</source>
        <translation>Küçültülüp yeniden büyütülen görüntülerin oranı; böylece ağ hastaneyi görüntünün keskinliğinden tanıyamaz.</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Çerçeve</translation>
    </message>
    <message>
        <source>Half of the images get a frame of up to this fraction, as scans and screenshots have it.</source>
        <translation>Görüntülerin yarısına bu orana kadar bir çerçeve eklenir; taranmış filmlerde ve ekran görüntülerinde olduğu gibi.</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>İşaretler</translation>
    </message>
    <message>
        <source>Chance of each of up to three small boxes drawn on an image, so that the network does not read side markers and letters.</source>
        <translation>Görüntüye en çok üç küçük kutu çizilir; bu, her birinin çizilme olasılığıdır. Böylece ağ taraf işaretlerini ve harfleri okumaz.</translation>
    </message>
    <message>
        <source>Mixup, α</source>
        <translation>Karıştırma (mixup), α</translation>
    </message>
    <message>
        <source>In half of the batches two images and their labels are blended; 0 does not, 0.2 blends a little, 1 a good deal.</source>
        <translation>Yığınların yarısında iki görüntü etiketleriyle birlikte karıştırılır; 0 karıştırmaz, 0,2 az, 1 epeyce karıştırır.</translation>
    </message>
    <message>
        <source>Lungs alone</source>
        <translation>Yalnızca akciğerler</translation>
    </message>
    <message>
        <source>Share of the images of which only the lungs are shown (chest films): what lies around them tells the hospital rather than the disease.</source>
        <translation>Yalnızca akciğerleri gösterilen görüntülerin oranı (göğüs röntgeni): çevrelerindekiler hastalıktan çok hastaneyi ele verir.</translation>
    </message>
    <message>
        <source>Lungs hidden</source>
        <translation>Akciğerler gizli</translation>
    </message>
    <message>
        <source>Share of the images whose lungs are black (chest films). The network learns that it cannot know the answer then.</source>
        <translation>Akciğerleri karartılan görüntülerin oranı (göğüs röntgeni). Ağ, o zaman yanıtı bilemeyeceğini öğrenir.</translation>
    </message>
    <message>
        <source>Part of the image</source>
        <translation>Görüntünün bölümü</translation>
    </message>
    <message>
        <source>The lungs alone: a chest film is cut to them before anything else, so that the network cannot judge by what lies around them. A film on which no lungs are found stays whole.</source>
        <translation>Yalnızca akciğerler: göğüs röntgeni her şeyden önce akciğerlere kırpılır; ağ böylece çevrelerinde kalanlara bakarak karar veremez. Akciğer bulunamayan film olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>whole image</source>
        <translation>bütün görüntü</translation>
    </message>
    <message>
        <source>lungs</source>
        <translation>akciğerler</translation>
    </message>
    <message>
        <source>Source adjustment</source>
        <translation>Kaynak düzeltmesi</translation>
    </message>
    <message>
        <source>classes and sources equally</source>
        <translation>sınıflar ve kaynaklar eşit sıklıkta</translation>
    </message>
    <message>
        <source>Takes out of the loss what the source alone says about the class, so that recognising the hospital gains less: 0 not at all, 1 in full. Needs a manifest with the column “source”. 0.5 made the chest model better on other hospitals and a little worse on the same ones. The losses in training and in validation are then not of one kind.</source>
        <translation>Kaynağın sınıf hakkında tek başına söylediğini kayıptan çıkarır; böylece hastaneyi tanımak daha az kazandırır: 0 hiç, 1 tümüyle. “source” sütunu olan bir manifest ister. 0,5 göğüs modelini başka hastanelerde daha iyi, aynı hastanelerde biraz daha kötü yaptı. Eğitim ve doğrulama kayıpları o zaman aynı türden değildir.</translation>
    </message>
    <message>
        <source>Balanced drawing shows rare classes, or rare sources within a class, more often. The finished model reckons with how often classes are in the data: its accuracy differs a little from the curves of the training.</source>
        <translation>Dengeli seçim, az görülen sınıfları ya da bir sınıf içinde az görülen kaynakları daha sık gösterir. Bitmiş model sınıfların verideki sıklığını hesaba katar: doğruluğu eğitim eğrilerindekinden biraz farklıdır.</translation>
    </message>
</context>
<context>
    <name>RunFailureText</name>
    <message>
        <source>The system ended the training, most likely because memory ran out. The window and the last complete epoch are safe.</source>
        <translation>Sistem eğitimi sonlandırdı; büyük olasılıkla bellek yetmedi. Pencere ve son tamamlanan dönem güvende.</translation>
    </message>
    <message numerus="yes">
        <source>A batch of %n image(s) did not fit into memory.</source>
        <translation>
            <numerusform>%n görüntülük yığın belleğe sığmadı.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A batch of %n image(s) probably does. Closing other programs or a smaller network helps as well.</source>
        <translation>
            <numerusform>%n görüntülük yığın büyük olasılıkla sığar. Diğer programları kapatmak veya daha küçük bir ağ da işe yarar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train with batches of %n image(s)</source>
        <translation>
            <numerusform>%n görüntülük yığınlarla eğit</numerusform>
        </translation>
    </message>
    <message>
        <source>The loss grew without bounds: the steps of the optimizer were too large. A lower learning rate or a gradient clip mends that; so does checking the data for broken images.</source>
        <translation>Kayıp sınırsız büyüdü: en iyileyicinin adımları çok büyüktü. Daha düşük bir öğrenme oranı veya gradyan kırpma bunu düzeltir; verideki bozuk görüntüleri gözden geçirmek de işe yarar.</translation>
    </message>
    <message>
        <source>Train with learning rate %1</source>
        <translation>%1 öğrenme oranıyla eğit</translation>
    </message>
    <message>
        <source>Mend the field in step 2 or 3 and train again.</source>
        <translation>Alanı 2. veya 3. adımda düzeltip yeniden eğitin.</translation>
    </message>
    <message>
        <source>Mend the layer in step 3 and train again.</source>
        <translation>Katmanı 3. adımda düzeltip yeniden eğitin.</translation>
    </message>
    <message>
        <source>Go back to step 1 and look at classes, splits and files.</source>
        <translation>1. adıma dönüp sınıflara, bölümlere ve dosyalara bakın.</translation>
    </message>
    <message>
        <source>If a data folder was moved, choose it again in step 1.</source>
        <translation>Bir veri klasörü taşındıysa 1. adımda yeniden seçin.</translation>
    </message>
    <message>
        <source>Train anew: data or recipe are no longer those of the run.</source>
        <translation>Baştan eğitin: veri veya tarif artık bu çalıştırmanınki değil.</translation>
    </message>
    <message>
        <source>The log below says more. The last complete epoch is kept and can be resumed.</source>
        <translation>Ayrıntısı aşağıdaki günlükte. Son tamamlanan dönem saklandı; oradan sürdürülebilir.</translation>
    </message>
    <message>
        <source>The training stopped with an error</source>
        <translation>Eğitim bir hatayla durdu</translation>
    </message>
    <message>
        <source>Not even a batch of two images does: a smaller input (step 2) or network (step 3) is needed.</source>
        <translation>İki görüntülük bir yığın bile sığmıyor: daha küçük bir girdi (2. adım) ya da ağ (3. adım) gerekiyor.</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>Epoch %1: training loss %2, accuracy %3; validation loss %4, accuracy %5, AUC %6; %7</source>
        <translation>Dönem %1: eğitim kaybı %2, doğruluğu %3; doğrulama kaybı %4, doğruluğu %5, AUC %6; %7</translation>
    </message>
    <message>
        <source>%1; the best so far</source>
        <translation>%1; şimdiye kadarki en iyisi</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 sn</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 dk</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 sa %2 dk</translation>
    </message>
    <message>
        <source>Started: %L1 parameters, %2, %3</source>
        <comment>parameters, device, precision</comment>
        <translation>Başladı: %L1 parametre, %2, %3</translation>
    </message>
    <message>
        <source>The learning rate is now %1.</source>
        <translation>Öğrenme oranı artık %1.</translation>
    </message>
    <message>
        <source>Stopped early after epoch %1: nothing got better since epoch %2.</source>
        <translation>%1. dönemin sonunda erken durduruldu: son iyileşme %2. dönemdeydi.</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>dönem %1/%2</translation>
    </message>
    <message>
        <source>best epoch %1 (validation loss %2, accuracy %3)</source>
        <translation>en iyi dönem %1 (doğrulama kaybı %2, doğruluğu %3)</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 görüntü/sn</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>yaklaşık %1 kaldı</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n iş parçacığı</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 parameters</source>
        <translation>%L1 parametre</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>Tamamlandı: %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Durduruldu: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Başarısız: %1</translation>
    </message>
    <message>
        <source>The run %1, started %2, is not finished. It can go on from its last complete epoch.</source>
        <comment>name, date</comment>
        <translation>%2 tarihinde başlatılan %1 çalıştırması tamamlanmadı. Son tamamlanan döneminden sürdürülebilir.</translation>
    </message>
    <message>
        <source>rate %1 of %2: %3</source>
        <translation>oran %1 / %2: %3</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>kat %1 / %2</translation>
    </message>
    <message>
        <source>The learning rates have been tried</source>
        <translation>Öğrenme oranları denendi</translation>
    </message>
    <message>
        <source>The search for a learning rate was cancelled</source>
        <translation>Öğrenme oranı araması iptal edildi</translation>
    </message>
</context>
<context>
    <name>SceneText</name>
    <message>
        <source>AI estimate, not a diagnosis</source>
        <translation>Yapay zekâ tahminidir, tanı değildir</translation>
    </message>
    <message>
        <source>★ Key image</source>
        <translation>★ Anahtar görüntü</translation>
    </message>
    <message>
        <source>Presentation state: %1</source>
        <translation>Sunum durumu: %1</translation>
    </message>
</context>
<context>
    <name>WarningText</name>
    <message>
        <source>The file ends early: what is missing is black</source>
        <translation>Dosya erken bitiyor: eksik bölüm siyah</translation>
    </message>
    <message>
        <source>The file ends early: what is missing is gray</source>
        <translation>Dosya erken bitiyor: eksik bölüm gri</translation>
    </message>
    <message>
        <source>The image has another size than the file says</source>
        <translation>Görüntünün boyutu dosyada yazandan farklı</translation>
    </message>
    <message>
        <source>The image has other colours than the file says</source>
        <translation>Görüntünün renkleri dosyada yazandan farklı</translation>
    </message>
    <message>
        <source>The palette cannot be read: shown in gray</source>
        <translation>Palet okunamıyor: gri gösteriliyor</translation>
    </message>
    <message>
        <source>A window of the file is of no use</source>
        <translation>Dosyadaki bir pencere değeri kullanılamıyor</translation>
    </message>
    <message>
        <source>A VOI LUT of the file is empty</source>
        <translation>Dosyadaki bir VOI LUT boş</translation>
    </message>
    <message>
        <source>The modality LUT of the file is empty</source>
        <translation>Dosyadaki modalite LUT’u boş</translation>
    </message>
    <message>
        <source>The rescale values of the file are of no use: stored values shown</source>
        <translation>Dosyadaki ölçekleme değerleri kullanılamıyor: ham değerler gösteriliyor</translation>
    </message>
    <message>
        <source>An overlay of the file has the wrong size</source>
        <translation>Dosyadaki bir bindirmenin boyutu yanlış</translation>
    </message>
    <message>
        <source>The pixel spacing of the file is of no use: lengths in pixels</source>
        <translation>Dosyadaki piksel aralığı kullanılamıyor: uzunluklar piksel olarak</translation>
    </message>
</context>
<context>
    <name>nefes::ui::AboutDialog</name>
    <message>
        <source>being loaded…</source>
        <comment>LibTorch</comment>
        <translation>yükleniyor…</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <comment>LibTorch</comment>
        <translation>henüz yüklenmedi</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Sürüm</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>İşlemci</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>processor</comment>
        <translation>bilinmiyor</translation>
    </message>
    <message>
        <source>Vector instructions</source>
        <translation>Vektör komutları</translation>
    </message>
    <message>
        <source>%1, of which the analysis uses %2</source>
        <comment>threads</comment>
        <translation>%1; analiz bunların %2 tanesini kullanır</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>İş parçacığı</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Bellek</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>no NVIDIA graphics card</source>
        <translation>NVIDIA ekran kartı yok</translation>
    </message>
    <message>
        <source>%1 (not used by this LibTorch)</source>
        <comment>graphics card</comment>
        <translation>%1 (bu LibTorch kullanmıyor)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopyalandı</translation>
    </message>
    <message>
        <source>About Nefes</source>
        <translation>Nefes hakkında</translation>
    </message>
    <message>
        <source>A radiology viewer with an embedded classifier and a training wizard.</source>
        <translation>Yerleşik sınıflandırıcısı ve eğitim sihirbazı olan bir radyoloji görüntüleyicisi.</translation>
    </message>
    <message>
        <source>AI estimate, not a diagnosis. Nefes is not a medical device: use what it says for research and teaching, beside your own judgement.</source>
        <translation>Yapay zekâ tahminidir, tanı değildir. Nefes tıbbi cihaz değildir: söylediklerini araştırma ve eğitim amacıyla, kendi değerlendirmenizin yanında kullanın.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>GNU Genel Kamu Lisansı sürüm 3 ya da sonrasıyla dağıtılan özgür yazılımdır; hiçbir garantisi yoktur.</translation>
    </message>
    <message>
        <source>Versions and device</source>
        <translation>Sürümler ve aygıt</translation>
    </message>
    <message>
        <source>Load LibTorch and show its version</source>
        <translation>LibTorch’u yükle, sürümünü göster</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Günlük klasörünü aç</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Copies versions and device as text. No patient data.</source>
        <translation>Sürümleri ve aygıtı metin olarak kopyalar. Hasta bilgisi içermez.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ActionRegistry</name>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Görüntü</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analiz</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Yardım</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Ölçüm</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Eğitim</translation>
    </message>
</context>
<context>
    <name>nefes::ui::AnalysisPanel</name>
    <message>
        <source>AI estimate, not a diagnosis</source>
        <translation>Yapay zekâ tahminidir, tanı değildir</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>Görüntü yok</translation>
    </message>
    <message>
        <source>Open a chest radiograph to have it analysed.</source>
        <translation>Analiz için bir göğüs röntgeni açın.</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Analiz edilmedi</translation>
    </message>
    <message>
        <source>Images are analysed only when you ask for it.</source>
        <translation>Görüntüler yalnızca siz istediğinizde analiz edilir.</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analiz et</translation>
    </message>
    <message>
        <source>No model installed</source>
        <translation>Kurulu model yok</translation>
    </message>
    <message>
        <source>Install a model package with “nefes models import”. Viewing works without one.</source>
        <translation>“nefes models import” komutuyla bir model paketi kurun. Görüntüleme modelsiz de çalışır.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Model yükleniyor…</translation>
    </message>
    <message>
        <source>This happens once at the start.</source>
        <translation>Bu, başlangıçta bir kez yapılır.</translation>
    </message>
    <message>
        <source>Analysing…</source>
        <translation>Analiz ediliyor…</translation>
    </message>
    <message>
        <source>The analysis failed</source>
        <translation>Analiz başarısız oldu</translation>
    </message>
    <message>
        <source>%1 The model must not judge it, so its scores are withheld.</source>
        <comment>reason, a whole sentence</comment>
        <translation>%1 Model bu görüntüyü değerlendirmemelidir; bu yüzden skorlar gösterilmiyor.</translation>
    </message>
    <message>
        <source>Show anyway</source>
        <translation>Yine de göster</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Olasılıklar</translation>
    </message>
    <message>
        <source>No finding above threshold</source>
        <translation>Eşiğin üstünde bulgu yok</translation>
    </message>
    <message>
        <source>Above threshold: %1</source>
        <translation>Eşiğin üstünde: %1</translation>
    </message>
    <message>
        <source>Where the model looked</source>
        <translation>Modelin baktığı yer</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Model kartı</translation>
    </message>
    <message>
        <source>Small picture of the image with the heatmap</source>
        <translation>Görüntünün ısı haritalı küçük resmi</translation>
    </message>
    <message>
        <source>%1, version %2, %3
Runs on: %4</source>
        <comment>model, version, date, device</comment>
        <translation>%1, sürüm %2, %3
Çalıştığı aygıt: %4</translation>
    </message>
    <message>
        <source>No heatmap for this image</source>
        <translation>Bu görüntü için ısı haritası yok</translation>
    </message>
    <message>
        <source>The heatmap is being made…</source>
        <translation>Isı haritası hazırlanıyor…</translation>
    </message>
    <message>
        <source>%1, %2. It shows where, not why.</source>
        <comment>finding, method</comment>
        <translation>%1, %2. Nereye bakıldığını gösterir, nedenini değil.</translation>
    </message>
    <message>
        <source>Model that judges the image</source>
        <translation>Görüntüyü değerlendiren model</translation>
    </message>
    <message>
        <source>%1 of the map lies inside the lungs.</source>
        <comment>percent</comment>
        <translation>Haritanın %1 kadarı akciğerlerin içinde.</translation>
    </message>
    <message>
        <source>%1 Much of it lies outside: the estimate may rest on something else.</source>
        <comment>a whole sentence</comment>
        <translation>%1 Önemli bir bölümü dışarıda: tahmin başka bir şeye dayanıyor olabilir.</translation>
    </message>
    <message>
        <source>The model judges with two networks; the map is the first one&apos;s.</source>
        <translation>Model iki ağla değerlendirir; harita birincisinindir.</translation>
    </message>
    <message>
        <source>The input check found nothing against it.</source>
        <translation>Girdi denetimi bir sakınca bulmadı.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::AugmentationPreview</name>
    <message>
        <source>Original</source>
        <translation>Özgün görüntü</translation>
    </message>
    <message>
        <source>What the network gets: %1 × %2</source>
        <translation>Ağın gördüğü: %1 × %2</translation>
    </message>
    <message>
        <source>Eight looks of training at it</source>
        <translation>Eğitimin göreceği sekiz değişik hâli</translation>
    </message>
    <message>
        <source>Click for other random changes</source>
        <translation>Başka rastgele değişiklikler için tıklayın</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>Değişik hâl %1</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Yeniden türet</translation>
    </message>
    <message>
        <source>Other random changes of the same image.</source>
        <translation>Aynı görüntünün başka rastgele değişiklikleri.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::Canvas</name>
    <message>
        <source>Text on the image</source>
        <translation>Görüntü üzerindeki metin</translation>
    </message>
    <message>
        <source>Text, then Enter</source>
        <translation>Metni yazıp Enter’a basın</translation>
    </message>
</context>
<context>
    <name>nefes::ui::CineBar</name>
    <message>
        <source>%1 of %2</source>
        <comment>image</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Duraklat</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Oynat</translation>
    </message>
    <message>
        <source>Image of the series</source>
        <translation>Serinin görüntüsü</translation>
    </message>
    <message>
        <source> images/s</source>
        <translation> görüntü/sn</translation>
    </message>
    <message>
        <source>Images a second</source>
        <translation>Saniyedeki görüntü sayısı</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ClassGallery</name>
    <message>
        <source>%1 – click for other images</source>
        <comment>file name</comment>
        <translation>%1 – başka görüntüler için tıklayın</translation>
    </message>
    <message>
        <source>Example %1</source>
        <comment>file name</comment>
        <translation>Örnek: %1</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ClassTable</name>
    <message>
        <source>Label in the folder</source>
        <translation>Klasördeki etiket</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Sınıf</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Görüntü</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>label, folder</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Use %1</source>
        <comment>label</comment>
        <translation>%1 kullanılsın</translation>
    </message>
    <message>
        <source>Without the tick these images are left out.</source>
        <translation>İşaret kaldırılırsa bu görüntüler dışarıda kalır.</translation>
    </message>
    <message>
        <source>Class of %1</source>
        <comment>label</comment>
        <translation>Sınıfı: %1</translation>
    </message>
    <message>
        <source>Give two labels the same class to put them together.</source>
        <translation>İki etikete aynı sınıfı vererek onları birleştirebilirsiniz.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ConfusionView</name>
    <message>
        <source>Class</source>
        <translation>Sınıf</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Görüntü</translation>
    </message>
    <message>
        <source>Precision (PPV)</source>
        <translation>Kesinlik (PPD)</translation>
    </message>
    <message>
        <source>Recall (sensitivity)</source>
        <translation>Duyarlılık</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Özgüllük</translation>
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
        <translation>Ortalama kesinlik</translation>
    </message>
    <message>
        <source>Confusion matrix: rows are the truth, columns what the model says; click a cell to see its images</source>
        <translation>Karışıklık matrisi: satırlar gerçek, sütunlar modelin dediği; görüntülerini görmek için bir hücreye tıklayın</translation>
    </message>
    <message>
        <source>By class, one against the rest, with 95% intervals</source>
        <translation>Sınıf sınıf, biri diğerlerine karşı, %95 güven aralığıyla</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Karışıklık matrisi</translation>
    </message>
    <message>
        <source>Report by class</source>
        <translation>Sınıflara göre rapor</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s): accuracy %1, balanced accuracy %2, mean AUC %3, calibration error (ECE) %4, Brier score %5.</source>
        <translation>
            <numerusform>%n görüntü: doğruluk %1, dengeli doğruluk %2, ortalama AUC %3, kalibrasyon hatası (ECE) %4, Brier skoru %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The input check turned %n of them away; they are counted all the same.</source>
        <translation>
            <numerusform>Girdi denetimi bunların %n tanesini geri çevirdi; yine de sayıldılar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n dosya okunamadı.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) have a label that the model does not know.</source>
        <translation>
            <numerusform>%n görüntünün etiketini model tanımıyor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of “%1” judged as “%2”.</source>
        <translation>
            <numerusform>“%1” sınıfından %n görüntü “%2” olarak değerlendirildi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to see them.</source>
        <translation>Görmek için tıklayın.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::CrashBar</name>
    <message numerus="yes">
        <source>Nefes has ended unexpectedly. %n report(s) of it lie on this computer: version and stack, nothing of what was open. Nothing is sent anywhere.</source>
        <translation>
            <numerusform>Nefes beklenmedik biçimde kapandı. Bu bilgisayarda bununla ilgili %n rapor var: sürüm ve çağrı yığını; açık olanlardan hiçbir şey yok. Hiçbir yere gönderilmez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Farklı kaydet…</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>crash reports</comment>
        <translation>Sil</translation>
    </message>
    <message>
        <source>Keep on the disk, do not ask again</source>
        <translation>Diskte kalsın, bir daha sorma</translation>
    </message>
</context>
<context>
    <name>nefes::ui::DataLoader</name>
    <message>
        <source>No image of &quot;%1&quot; is left for training. Give validation and test a smaller share, or add images.</source>
        <translation>“%1” sınıfından eğitime görüntü kalmadı. Doğrulama ve sınamanın payını küçültün ya da görüntü ekleyin.</translation>
    </message>
    <message>
        <source>No image of &quot;%1&quot; is in the validation split. Give it a larger share, or add images.</source>
        <translation>Doğrulama bölümünde “%1” sınıfından görüntü yok. Payını büyütün ya da görüntü ekleyin.</translation>
    </message>
    <message>
        <source>Choose a folder of labelled images to begin with.</source>
        <translation>Başlamak için etiketli görüntülerin klasörünü seçin.</translation>
    </message>
    <message>
        <source>The folders are being read.</source>
        <translation>Klasörler okunuyor.</translation>
    </message>
    <message>
        <source>A folder cannot be used: mend it or take it out of the list.</source>
        <translation>Bir klasör kullanılamıyor: düzeltin ya da listeden çıkarın.</translation>
    </message>
    <message>
        <source>No image is left. Tick at least two classes, or choose another folder.</source>
        <translation>Hiç görüntü kalmadı. En az iki sınıfı işaretleyin ya da başka klasör seçin.</translation>
    </message>
    <message>
        <source>There is only one class, &quot;%1&quot;. A network learns differences: it needs two classes or more.</source>
        <translation>Tek bir sınıf var: “%1”. Ağ farkları öğrenir; en az iki sınıf gerekir.</translation>
    </message>
    <message>
        <source>The images are being checked.</source>
        <translation>Görüntüler denetleniyor.</translation>
    </message>
    <message>
        <source>Not one of the files can be read as an image.</source>
        <translation>Dosyaların hiçbiri görüntü olarak okunamıyor.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::DataPage</name>
    <message>
        <source>Data</source>
        <translation>Veri</translation>
    </message>
    <message>
        <source>Which images the network learns from, what it is to tell apart, and what it will be examined with.</source>
        <translation>Ağ hangi görüntülerden öğrenecek, neleri ayırt edecek ve neyle sınanacak.</translation>
    </message>
    <message>
        <source>Folder of labelled images</source>
        <translation>Etiketli görüntülerin klasörü</translation>
    </message>
    <message>
        <source>Cancelled: broken files and near-duplicates have not been looked for.</source>
        <translation>İptal edildi: bozuk dosyalar ve neredeyse aynı görüntüler aranmadı.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out.</source>
        <translation>
            <numerusform>%n dosya dışarıda bırakıldı.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the images…</source>
        <translation>Görüntülere bakılıyor…</translation>
    </message>
    <message>
        <source>Looking at the images: %1 of %2</source>
        <translation>Görüntülere bakılıyor: %1 / %2</translation>
    </message>
    <message>
        <source>Drop a folder of labelled images here</source>
        <translation>Etiketli görüntülerin klasörünü buraya bırakın</translation>
    </message>
    <message>
        <source>With a subfolder for each class, such as normal and pneumonia; or with train, val and test and the classes inside; or with a manifest.csv.</source>
        <translation>Her sınıf için bir alt klasörle (normal, pnömoni gibi), ya da içinde sınıflar bulunan train, val ve test klasörleriyle, ya da bir manifest.csv ile.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Klasör seç…</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Klasörler</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Klasör ekle…</translation>
    </message>
    <message>
        <source>Several folders are put together to one data set.</source>
        <translation>Birden çok klasör tek veri kümesinde birleştirilir.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Yeniden oku</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>İptal</translation>
    </message>
    <message>
        <source>Cancel looking at the images</source>
        <translation>Görüntülere bakmayı iptal et</translation>
    </message>
    <message>
        <source>Images looked at</source>
        <translation>Bakılan görüntüler</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Sınıflar</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Bölümler</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Görüntüler</translation>
    </message>
    <message>
        <source>Count the images by</source>
        <translation>Görüntüleri şuna göre say</translation>
    </message>
    <message>
        <source>by split</source>
        <translation>bölüme göre</translation>
    </message>
    <message>
        <source>by source</source>
        <translation>kaynağa göre</translation>
    </message>
    <message>
        <source>patients by split</source>
        <translation>bölüme göre hastalar</translation>
    </message>
    <message>
        <source>by age group</source>
        <translation>yaş grubuna göre</translation>
    </message>
    <message>
        <source>Images of each class</source>
        <translation>Her sınıfın görüntüleri</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Örnekler</translation>
    </message>
    <message>
        <source>Draw others</source>
        <translation>Başka örnekler</translation>
    </message>
    <message>
        <source>Shows other images of each class, drawn by chance.</source>
        <translation>Her sınıftan rastgele seçilmiş başka görüntüler gösterir.</translation>
    </message>
    <message>
        <source>Take them back</source>
        <translation>Geri al</translation>
    </message>
</context>
<context>
    <name>nefes::ui::DiagramPanel</name>
    <message>
        <source>Save the diagram</source>
        <translation>Çizimi kaydet</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG çizimi (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG resmi (*.png)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 olarak kaydedildi</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Çizim</translation>
    </message>
    <message>
        <source>Diagram of the layers</source>
        <translation>Katmanların çizimi</translation>
    </message>
    <message>
        <source>Save the diagram as SVG</source>
        <translation>Çizimi SVG olarak kaydet</translation>
    </message>
    <message>
        <source>Save the diagram as PNG</source>
        <translation>Çizimi PNG olarak kaydet</translation>
    </message>
</context>
<context>
    <name>nefes::ui::EmbeddingView</name>
    <message>
        <source>cluster %1</source>
        <translation>küme %1</translation>
    </message>
    <message>
        <source>%1, truth: %2, model: %3</source>
        <translation>%1, gerçek: %2, model: %3</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>İzdüşüm</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Renkler</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>gerçek sınıf</translation>
    </message>
    <message>
        <source>class that the model says</source>
        <translation>modelin dediği sınıf</translation>
    </message>
    <message>
        <source>cluster (k-means)</source>
        <translation>küme (k-ortalamalar)</translation>
    </message>
    <message>
        <source>Map of the features</source>
        <translation>Öznitelik haritası</translation>
    </message>
    <message>
        <source>Computing the map…</source>
        <translation>Harita hesaplanıyor…</translation>
    </message>
    <message>
        <source>Images that lie close together look alike to the network. %1% of them have the most frequent class of their cluster. Click a point to open its image.</source>
        <translation>Birbirine yakın duran görüntüler ağ için benzerdir. Görüntülerin %%1 kadarı, kümesinin en sık sınıfındandır. Görüntüsünü açmak için bir noktaya tıklayın.</translation>
    </message>
    <message>
        <source>There are too few images for a map.</source>
        <translation>Harita için çok az görüntü var.</translation>
    </message>
    <message>
        <source>t-SNE compares every image with every other: it is drawn for %1 to %L2 images. These are %L3, so PCA is shown; a smaller split, such as the test images, can have both.</source>
        <translation>t-SNE her görüntüyü bütün ötekilerle karşılaştırır; %1 ile %L2 görüntü arasında çizilir. Burada %L3 görüntü olduğundan PCA gösteriliyor; sınama görüntüleri gibi daha küçük bir bölümde ikisi de çizilebilir.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::EvaluatePage</name>
    <message>
        <source>Evaluate</source>
        <translation>Değerlendir</translation>
    </message>
    <message>
        <source>Where the model is right, where it errs and what it looks at, on images whose truth is known.</source>
        <translation>Gerçek sınıfı bilinen görüntülerde modelin nerede haklı olduğu, nerede yanıldığı ve nereye baktığı.</translation>
    </message>
    <message>
        <source>Train a model first.</source>
        <translation>Önce bir model eğitin.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Görüntüler</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>doğrulama</translation>
    </message>
    <message>
        <source>test</source>
        <translation>sınama</translation>
    </message>
    <message>
        <source>training</source>
        <translation>eğitim</translation>
    </message>
    <message>
        <source>all in the folders</source>
        <translation>klasörlerdeki tümü</translation>
    </message>
    <message>
        <source>Validation images chose the epoch; only test images tell how the model does on new ones. Training images look better than they are.</source>
        <translation>Dönem, doğrulama görüntüleriyle seçildi; modelin yeni görüntülerde ne kadar başarılı olacağını yalnızca sınama görüntüleri gösterir. Eğitim görüntülerindeki sonuçlar olduğundan iyi görünür.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>İptal</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Değerlendirmenin ilerlemesi</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Özet</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Eşik</translation>
    </message>
    <message>
        <source>Worst errors</source>
        <translation>En kötü hatalar</translation>
    </message>
    <message>
        <source>Right ones</source>
        <translation>Doğru olanlar</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Harita</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruplar</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Karşılaştır</translation>
    </message>
    <message>
        <source>Choose a model and images, then evaluate: the model judges each image, and the tabs show where it is right and wrong.</source>
        <translation>Modeli ve görüntüleri seçip değerlendirmeyi başlatın: model her görüntü için karar verir, sekmeler nerede doğru, nerede yanlış olduğunu gösterir.</translation>
    </message>
    <message numerus="yes">
        <source>Truth: %1, model: %2 (%n image(s), surest first)</source>
        <translation>
            <numerusform>Gerçek: %1, model: %2 (%n görüntü, en emin olunandan başlayarak)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing evaluated yet.</source>
        <translation>Henüz bir değerlendirme yapılmadı.</translation>
    </message>
    <message>
        <source>The errors of which the model was surest, with where it looked. Labels may be wrong as well: look at the image in the viewer (double-click).</source>
        <translation>Modelin en emin olduğu hatalar ve baktığı yer. Etiket de yanlış olabilir: görüntüye görüntüleyicide bakın (çift tıklama).</translation>
    </message>
    <message>
        <source>There is no error among these images.</source>
        <translation>Bu görüntüler arasında hata yok.</translation>
    </message>
    <message>
        <source>The surest right answers of each class: does the model look where a radiologist would?</source>
        <translation>Her sınıfın en emin olunan doğru yanıtları: model, bir radyoloğun bakacağı yere mi bakıyor?</translation>
    </message>
    <message>
        <source>Images of the cell</source>
        <translation>Hücrenin görüntüleri</translation>
    </message>
</context>
<context>
    <name>nefes::ui::FailureBar</name>
    <message numerus="yes">
        <source>%n file(s) could not be shown</source>
        <translation>
            <numerusform>%n dosya gösterilemedi</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Files that could not be shown</source>
        <translation>Gösterilemeyen dosyalar</translation>
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
        <translation>Kullan: %1</translation>
    </message>
    <message>
        <source>%1, from</source>
        <comment>field</comment>
        <translation>%1, en az</translation>
    </message>
    <message>
        <source>%1, to</source>
        <comment>field</comment>
        <translation>%1, en çok</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <comment>field</comment>
        <translation>%1, sürgü</translation>
    </message>
</context>
<context>
    <name>nefes::ui::FolderList</name>
    <message>
        <source>This folder is gone. Put it back, or take it out of the list.</source>
        <translation>Bu klasör artık yok. Geri koyun ya da listeden çıkarın.</translation>
    </message>
    <message>
        <source>No labelled images in here. Needed are subfolders, one a class, or a manifest.csv.</source>
        <translation>Burada etiketli görüntü yok. Sınıf başına bir alt klasör ya da bir manifest.csv gerekir.</translation>
    </message>
    <message>
        <source>Its manifest.csv cannot be used: %1</source>
        <translation>manifest.csv dosyası kullanılamıyor: %1</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Okunuyor…</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n görüntü</numerusform>
        </translation>
    </message>
    <message>
        <source>Take this folder out of the list. The files stay.</source>
        <translation>Bu klasörü listeden çıkarır. Dosyalar yerinde kalır.</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <comment>folder</comment>
        <translation>Çıkar: %1</translation>
    </message>
</context>
<context>
    <name>nefes::ui::FoldsView</name>
    <message>
        <source>%1 of %2 parts are done.</source>
        <translation>%2 kattan %1 tanesi tamamlandı.</translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>kat %1</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Kat sayısı</translation>
    </message>
    <message>
        <source>Parts of the cross-validation</source>
        <translation>Çapraz doğrulamanın kat sayısı</translation>
    </message>
    <message>
        <source>Cross-validate</source>
        <translation>Çapraz doğrula</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s), which take about so many times as long as one.</source>
        <translation>
            <numerusform>%n eğitim; tek bir eğitimin yaklaşık o kadar katı sürer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts and what they came to</source>
        <translation>Katlar ve sonuçları</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Kat</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Görüntü</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Doğruluk</translation>
    </message>
    <message>
        <source>Mean AUC</source>
        <translation>Ortalama AUC</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>En iyi dönem</translation>
    </message>
    <message>
        <source>Classes over all parts</source>
        <translation>Bütün katlarda sınıflar</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Sınıf</translation>
    </message>
    <message>
        <source>Recall (sensitivity)</source>
        <translation>Duyarlılık</translation>
    </message>
    <message>
        <source>Precision (PPV)</source>
        <translation>Kesinlik (PPD)</translation>
    </message>
    <message>
        <source>&lt;b&gt;Accuracy over all images: %1&lt;/b&gt; (95% interval %2–%3; %4 of %5 right); mean of the parts %6.</source>
        <translation>&lt;b&gt;Bütün görüntülerde doğruluk: %1&lt;/b&gt; (%95 güven aralığı %2–%3; %5 görüntüden %4 tanesi doğru); katların ortalaması %6.</translation>
    </message>
    <message>
        <source>mean ± SD</source>
        <comment>standard deviation</comment>
        <translation>ortalama ± SS</translation>
    </message>
    <message>
        <source>all images</source>
        <translation>tüm görüntüler</translation>
    </message>
    <message>
        <source>The images are dealt out to parts. Each part in turn is the validation split of a training on all others, so that every image is judged once by a network that has never seen it. With few images this figure is steadier than that of one split. Test images stay out.</source>
        <translation>Görüntüler katlara dağıtılır. Her kat sırayla, ötekilerle yapılan bir eğitimin doğrulama bölümü olur; böylece her görüntüyü bir kez, onu hiç görmemiş bir ağ değerlendirir. Az görüntüde bu sonuç tek bir bölmenin sonucundan daha güvenilirdir. Sınama görüntüleri dışarıda kalır.</translation>
    </message>
    <message>
        <source>Confusion matrix of all parts: rows are the truth, columns what the network said</source>
        <translation>Bütün katların karışıklık matrisi: satırlar gerçek, sütunlar ağın dediği</translation>
    </message>
    <message>
        <source>Confusion matrix of all parts</source>
        <translation>Bütün katların karışıklık matrisi</translation>
    </message>
    <message>
        <source>These networks are not for publishing: each has left out a part. The model to publish comes of one more training with the same recipe and images; its card will state the figures above.</source>
        <translation>Bu ağlar yayımlanmak için değildir: her biri bir katı görmemiştir. Yayımlanacak model, aynı tarif ve görüntülerle bir kez daha eğitilerek elde edilir; kartında yukarıdaki sonuç yazar.</translation>
    </message>
    <message>
        <source>Train the model to publish</source>
        <translation>Yayımlanacak modeli eğit</translation>
    </message>
</context>
<context>
    <name>nefes::ui::GroupView</name>
    <message>
        <source>Metrics by source, age group and view</source>
        <translation>Kaynağa, yaş grubuna ve projeksiyona göre ölçütler</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Sütun</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Görüntü</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Doğruluk</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Dengeli doğruluk</translation>
    </message>
    <message>
        <source>Mean AUC</source>
        <translation>Ortalama AUC</translation>
    </message>
    <message>
        <source>ECE</source>
        <translation>ECE</translation>
    </message>
    <message>
        <source>source</source>
        <translation>kaynak</translation>
    </message>
    <message>
        <source>age group</source>
        <translation>yaş grubu</translation>
    </message>
    <message>
        <source>view</source>
        <translation>projeksiyon</translation>
    </message>
    <message>
        <source>The data set names neither sources nor age groups nor views. A manifest.csv with such columns shows here whether the model does worse somewhere.</source>
        <translation>Veri kümesi ne kaynak, ne yaş grubu, ne de projeksiyon bildiriyor. Bu sütunları olan bir manifest.csv, modelin bir yerde daha kötü olup olmadığını burada gösterir.</translation>
    </message>
    <message>
        <source>A model that is good on average may fail in one hospital or age group. Compare the intervals, not only the numbers.</source>
        <translation>Ortalamada iyi olan bir model, bir hastanede veya yaş grubunda başarısız olabilir. Yalnızca sayıları değil, güven aralıklarını karşılaştırın.</translation>
    </message>
    <message>
        <source>Nothing evaluated yet.</source>
        <translation>Henüz bir değerlendirme yapılmadı.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>bilinmiyor</translation>
    </message>
</context>
<context>
    <name>nefes::ui::HeatmapControls</name>
    <message>
        <source>Heatmap over the image (G)</source>
        <translation>Görüntü üzerinde ısı haritası (G)</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bulgu</translation>
    </message>
    <message>
        <source>Finding of the heatmap</source>
        <translation>Isı haritasının bulgusu</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opaklık</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>Isı haritasının opaklığı</translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation>Alt sınır</translation>
    </message>
    <message>
        <source>Smallest heatmap value that is shown</source>
        <translation>Isı haritasında gösterilen en küçük değer</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Renkler</translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation>Isı haritasının renkleri</translation>
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
        <translation>Jet (eski)</translation>
    </message>
    <message>
        <source>Meaning of the colours, from 0 to 1</source>
        <translation>Renklerin anlamı, 0’dan 1’e</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <comment>heatmap method of the model</comment>
        <translation>%1 (varsayılan)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Yöntem</translation>
    </message>
    <message>
        <source>Method of the heatmap</source>
        <translation>Isı haritasının yöntemi</translation>
    </message>
    <message>
        <source>How the map is computed. Methods that disagree say that none of them is sure.</source>
        <translation>Haritanın nasıl hesaplandığı. Yöntemler birbirini tutmuyorsa hiçbiri kesin değildir.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Yardım</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Yardımda ara</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sayfalar</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Sayfa</translation>
    </message>
    <message>
        <source>No page has all these words.</source>
        <translation>Bu sözcüklerin hepsini içeren sayfa yok.</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tuşlar ve fare</translation>
    </message>
</context>
<context>
    <name>nefes::ui::HistogramView</name>
    <message>
        <source>Histogram with the window</source>
        <translation>Pencereyle birlikte histogram</translation>
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
gerçek: %2</translation>
    </message>
    <message>
        <source>%1
Double-click opens it in the viewer.</source>
        <translation>%1
Çift tıklama görüntüleyicide açar.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ImpressionCard</name>
    <message>
        <source>Something else</source>
        <translation>Başka bir şey</translation>
    </message>
    <message>
        <source>Your impression</source>
        <translation>İzleniminiz</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Record and show scores</source>
        <translation>Kaydet ve skorları göster</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Katılıyorum</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Katılmıyorum</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Düzelt</translation>
    </message>
    <message>
        <source>Your impression: %1</source>
        <translation>İzleniminiz: %1</translation>
    </message>
    <message>
        <source>Your impression first. The scores are shown after it.</source>
        <translation>Önce sizin izleniminiz. Skorlar ondan sonra gösterilir.</translation>
    </message>
    <message>
        <source>Do you agree with the model?</source>
        <translation>Modele katılıyor musunuz?</translation>
    </message>
</context>
<context>
    <name>nefes::ui::LayerEditor</name>
    <message>
        <source>Filters</source>
        <translation>Süzgeç</translation>
    </message>
    <message>
        <source>How many patterns the layer looks for; as many maps come out.</source>
        <translation>Katmanın aradığı örüntü sayısı; o kadar harita çıkar.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Pencere</translation>
    </message>
    <message>
        <source>Side of the filters in pixels, mostly 3.</source>
        <translation>Süzgeçlerin piksel olarak kenarı, çoğunlukla 3.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Boyut</translation>
    </message>
    <message>
        <source>Side of the window in pixels; for global pooling, side of what comes out.</source>
        <translation>Pencerenin piksel olarak kenarı; genel havuzlamada çıkanın kenarı.</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Adım</translation>
    </message>
    <message>
        <source>How far the window moves at a time. 2 halves the picture.</source>
        <translation>Pencerenin bir seferde ne kadar ilerlediği. 2, resmi yarıya indirir.</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Kenar</translation>
    </message>
    <message>
        <source>&quot;Size kept&quot; adds zeros around the picture, so that it does not shrink by the window&apos;s border.</source>
        <translation>“Boyut korunur” resmin çevresine sıfır ekler; resim pencerenin kenarı kadar küçülmez.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Etkinleştirme</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Oran</translation>
    </message>
    <message>
        <source>The share of values that is set to zero.</source>
        <translation>Sıfırlanan değerlerin oranı.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Birim</translation>
    </message>
    <message>
        <source>How many values come out.</source>
        <translation>Kaç değer çıktığı.</translation>
    </message>
    <message>
        <source>size kept</source>
        <translation>boyut korunur</translation>
    </message>
    <message>
        <source>no border</source>
        <translation>kenarsız</translation>
    </message>
</context>
<context>
    <name>nefes::ui::LayerTable</name>
    <message>
        <source>Layer</source>
        <translation>Katman</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Çıktı</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametre</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Bellek</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>Çıktı katmanı</translation>
    </message>
    <message>
        <source>probability of the second class</source>
        <translation>ikinci sınıfın olasılığı</translation>
    </message>
    <message>
        <source>a probability a class</source>
        <translation>sınıf başına bir olasılık</translation>
    </message>
</context>
<context>
    <name>nefes::ui::LibraryModel</name>
    <message>
        <source>Reading…</source>
        <translation>Okunuyor…</translation>
    </message>
    <message>
        <source>read</source>
        <comment>study</comment>
        <translation>okundu</translation>
    </message>
    <message>
        <source>unread</source>
        <comment>study</comment>
        <translation>okunmadı</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n görüntü</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 (model %3)</source>
        <comment>finding, probability, model</comment>
        <translation>%1: %2 (model %3)</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>Okundu ya da okunmadı</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Projeksiyon</translation>
    </message>
    <message>
        <source>AI</source>
        <comment>column of scores</comment>
        <translation>YZ</translation>
    </message>
    <message>
        <source>threshold unknown</source>
        <translation>eşik bilinmiyor</translation>
    </message>
    <message>
        <source>no finding</source>
        <comment>column of scores</comment>
        <translation>bulgu yok</translation>
    </message>
    <message>
        <source>Leading finding and its probability: an AI estimate, not a diagnosis. Sorted by decision: above threshold, indeterminate, no finding.</source>
        <translation>Öne çıkan bulgu ve olasılığı: yapay zekâ tahminidir, tanı değildir. Sıralama karara göredir: eşiğin üstünde, belirsiz, bulgu yok.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::LibraryPanel</name>
    <message>
        <source>Remove from the library</source>
        <translation>Kitaplıktan çıkar</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n study(s) from the library?</source>
        <translation>
            <numerusform>%n tetkik kitaplıktan çıkarılsın mı?</numerusform>
        </translation>
    </message>
    <message>
        <source>Copies that the library holds are deleted. Files that are only linked stay.</source>
        <translation>Kitaplıktaki kopyalar silinir. Kopyalanmadan bağlanmış dosyalar yerinde kalır.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Çıkar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>Kitaplıktan çıkar…</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Okunmadı yap</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Okundu yap</translation>
    </message>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation>
            <numerusform>%n tetkik</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no folder for a library.</source>
        <translation>Kitaplık için klasör yok.</translation>
    </message>
    <message>
        <source>Opening the library…</source>
        <translation>Kitaplık açılıyor…</translation>
    </message>
    <message>
        <source>The library is empty. Add a folder, or a study that is open (menu File).</source>
        <translation>Kitaplık boş. Bir klasör ya da açık bir tetkik ekleyin (Dosya menüsü).</translation>
    </message>
    <message>
        <source>No study contains these words.</source>
        <translation>Bu sözcükleri içeren tetkik yok.</translation>
    </message>
    <message>
        <source>A newer version of Nefes wrote this library. Update Nefes to open it; the library was left as it is.</source>
        <translation>Bu kitaplığı daha yeni bir Nefes sürümü yazmış. Açmak için Nefes’i güncelleyin; kitaplığa dokunulmadı.</translation>
    </message>
    <message>
        <source>The library cannot be opened: %1</source>
        <translation>Kitaplık açılamıyor: %1</translation>
    </message>
    <message>
        <source>The index of the library was damaged. It was made again from the files; the damaged one is kept as %1.</source>
        <translation>Kitaplığın dizini bozulmuştu. Dosyalardan yeniden oluşturuldu; bozuk dizin %1 adıyla saklandı.</translation>
    </message>
    <message>
        <source>Search name, ID, date, description</source>
        <translation>Ad, kimlik, tarih, açıklama ara</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Kitaplıkta ara</translation>
    </message>
    <message>
        <source>Studies of the library</source>
        <translation>Kitaplıktaki tetkikler</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aç</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Klasör ekle…</translation>
    </message>
</context>
<context>
    <name>nefes::ui::MainWindow</name>
    <message>
        <source>Open folder</source>
        <translation>Klasör aç</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dosya aç</translation>
    </message>
    <message>
        <source>This model has no card.</source>
        <translation>Bu modelin kartı yok.</translation>
    </message>
    <message>
        <source>Automatic (1–99 %)</source>
        <translation>Otomatik (%1–99)</translation>
    </message>
    <message>
        <source>Reading files: %1 of %2</source>
        <translation>Dosyalar okunuyor: %1 / %2</translation>
    </message>
    <message>
        <source>Reading files…</source>
        <translation>Dosyalar okunuyor…</translation>
    </message>
    <message>
        <source>Loading the image…</source>
        <translation>Görüntü yükleniyor…</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analiz</translation>
    </message>
    <message>
        <source>Study list</source>
        <translation>Tetkik listesi</translation>
    </message>
    <message>
        <source>%1 – Nefes</source>
        <comment>patient</comment>
        <translation>%1 – Nefes</translation>
    </message>
    <message>
        <source>The view was copied.</source>
        <translation>Görünüm kopyalandı.</translation>
    </message>
    <message>
        <source>The drawings could not be kept on disk: %1</source>
        <translation>Çizimler diske kaydedilemedi: %1</translation>
    </message>
    <message>
        <source>Export measurements</source>
        <translation>Ölçümleri dışa aktar</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablolar (*.csv)</translation>
    </message>
    <message>
        <source>The measurements were exported.</source>
        <translation>Ölçümler dışa aktarıldı.</translation>
    </message>
    <message>
        <source>Export the view</source>
        <translation>Görünümü dışa aktar</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg)</source>
        <translation>Resimler (*.png *.jpg)</translation>
    </message>
    <message>
        <source>The view was exported.</source>
        <translation>Görünüm dışa aktarıldı.</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Ölçümler</translation>
    </message>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM etiketleri</translation>
    </message>
    <message>
        <source>The measurement was copied.</source>
        <translation>Ölçüm kopyalandı.</translation>
    </message>
    <message>
        <source>Draw a line over something of known length.</source>
        <translation>Uzunluğu bilinen bir şeyin üzerine çizgi çizin.</translation>
    </message>
    <message>
        <source>Only radiographs (CR, DX) can be arranged by their views.</source>
        <translation>Yalnızca röntgenler (CR, DX) projeksiyonlarına göre yerleştirilebilir.</translation>
    </message>
    <message>
        <source>No other key image is open.</source>
        <translation>Açık başka anahtar görüntü yok.</translation>
    </message>
    <message>
        <source>True size needs a pixel spacing: calibrate the image by a known length.</source>
        <translation>Gerçek boyut için piksel aralığı gerekir: görüntüyü bilinen bir uzunlukla kalibre edin.</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>Gerçek boyut</translation>
    </message>
    <message>
        <source>True size as the monitor states its own; measure the monitor to be sure (menu Image).</source>
        <translation>Monitörün bildirdiği ölçüye göre gerçek boyut; emin olmak için monitörü ölçün (Görüntü menüsü).</translation>
    </message>
    <message>
        <source>A training run is not finished; it can be resumed (F8).</source>
        <translation>Tamamlanmamış bir eğitim var; sürdürülebilir (F8).</translation>
    </message>
    <message>
        <source>A training run is under way</source>
        <translation>Bir eğitim sürüyor</translation>
    </message>
    <message>
        <source>Stop it? Its last complete epoch is kept, and it can be resumed at the next start. Or let it go on: the window is hidden and closes when the run has finished.</source>
        <translation>Durdurulsun mu? Son tamamlanan dönem saklanır ve bir sonraki açılışta sürdürülebilir. Ya da sürsün: pencere gizlenir ve eğitim bitince kapanır.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Durdur ve kapat</translation>
    </message>
    <message>
        <source>Go on hidden</source>
        <translation>Gizli sürdür</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Pencere</translation>
    </message>
    <message>
        <source>Remove a preset first: there is room for %1.</source>
        <translation>Önce bir hazır pencereyi kaldırın: en çok %1 tanesine yer var.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added to the library.</source>
        <translation>
            <numerusform>Kitaplığa %n dosya eklendi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n dosya zaten vardı.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library could not be changed: %1</source>
        <translation>Kitaplık değiştirilemedi: %1</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>Kitaplığa klasör ekle</translation>
    </message>
    <message>
        <source>Library: %1 of %2</source>
        <translation>Kitaplık: %1 / %2</translation>
    </message>
    <message>
        <source>Library…</source>
        <translation>Kitaplık…</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>studies</comment>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Kitaplık</translation>
    </message>
    <message>
        <source>The impression could not be kept on disk: %1</source>
        <translation>İzlenim diske kaydedilemedi: %1</translation>
    </message>
    <message>
        <source>There is one monitor only.</source>
        <translation>Yalnızca bir monitör var.</translation>
    </message>
    <message>
        <source>None for this image</source>
        <translation>Bu görüntü için yok</translation>
    </message>
    <message>
        <source>The image as its file says</source>
        <translation>Görüntü, dosyasındaki hâliyle</translation>
    </message>
    <message>
        <source>No program shows folders here. The log lies in %1.</source>
        <translation>Klasörleri gösterecek bir program yok. Günlük şurada: %1.</translation>
    </message>
    <message>
        <source>Save the crash report</source>
        <translation>Çökme raporunu kaydet</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Metin (*.txt)</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>Rapor kaydedildi.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) waiting are forgotten if you stop; hidden, they are trained as well.</source>
        <translation>
            <numerusform>Bekleyen %n çalıştırma, durdurursanız unutulur; gizli sürdürürseniz eğitilir.</numerusform>
        </translation>
    </message>
    <message>
        <source>A newer version of Nefes wrote the drawings of this image. Update Nefes to see and change them.</source>
        <translation>Bu görüntünün çizimlerini Nefes’in daha yeni bir sürümü yazmış. Görmek ve değiştirmek için Nefes’i güncelleyin.</translation>
    </message>
    <message>
        <source>The settings could not be kept on disk: %1</source>
        <translation>Ayarlar diske kaydedilemedi: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n dosya okunamadı.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library could not be read: %1</source>
        <translation>Kitaplık okunamadı: %1</translation>
    </message>
</context>
<context>
    <name>nefes::ui::MeasurementPanel</name>
    <message>
        <source>No measurements. Choose a tool (L, A, B, E) and draw on the image.</source>
        <translation>Ölçüm yok. Bir araç seçip (L, A, B, E) görüntü üzerinde çizin.</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Ölçüm</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Ölçümler</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Dışa aktar…</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ModelShelf</name>
    <message>
        <source>This is not possible: the name belongs to a model that came with the program, or the folder exists already.</source>
        <translation>Bu yapılamaz: ad, programla gelen bir modele ait veya klasör zaten var.</translation>
    </message>
    <message>
        <source>Imported. It can be chosen in the analysis panel.</source>
        <translation>İçe aktarıldı. Analiz panelinde seçilebilir.</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>Dışa aktarıldı: %1</translation>
    </message>
    <message>
        <source>Folder of the model package</source>
        <translation>Model paketinin klasörü</translation>
    </message>
    <message>
        <source>Where to export to</source>
        <translation>Dışa aktarılacak yer</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>Modeli kaldır</translation>
    </message>
    <message>
        <source>Remove “%1”? Its weights are deleted; the run that made it stays.</source>
        <translation>“%1” kaldırılsın mı? Ağırlıkları silinir; onu üreten çalıştırma kalır.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Kaldırıldı.</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Kurulu modeller</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Tanımlayıcı</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Sürüm</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Sınıflar</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Doğruluk</translation>
    </message>
    <message>
        <source>Mean AUC</source>
        <translation>Ortalama AUC</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>İçe aktar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Dışa aktar…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Kaldır…</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Model kartı</translation>
    </message>
    <message>
        <source>Replace the model</source>
        <translation>Modeli değiştir</translation>
    </message>
    <message>
        <source>Replace “%1”? It has the same identifier and other weights, which are deleted.</source>
        <translation>“%1” değiştirilsin mi? Tanımlayıcısı aynı, ağırlıkları farklı; bu ağırlıklar silinir.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Değiştir</translation>
    </message>
</context>
<context>
    <name>nefes::ui::NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Ağ</translation>
    </message>
    <message>
        <source>What turns the pixels into a probability for each class: layers of your own, or a network that has proved itself.</source>
        <translation>Pikselleri sınıf olasılıklarına çeviren: kendi katmanlarınız ya da kendini kanıtlamış bir ağ.</translation>
    </message>
    <message>
        <source>Layer %1: %2</source>
        <translation>Katman %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n katman</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 parametre</translation>
    </message>
    <message>
        <source>about %1 while training with a batch of %2</source>
        <translation>yığın boyutu %2 iken eğitimde yaklaşık %1</translation>
    </message>
    <message>
        <source>Kind of network</source>
        <translation>Ağın türü</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Katmanlar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>A new layer behind the selected one.</source>
        <translation>Seçili katmandan sonra yeni katman.</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>Katman ekle</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Çıkar</translation>
    </message>
    <message>
        <source>Removes the selected layer (Del).</source>
        <translation>Seçili katmanı çıkarır (Del).</translation>
    </message>
    <message>
        <source>Remove the layer</source>
        <translation>Katmanı çıkar</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Yukarı</translation>
    </message>
    <message>
        <source>Moves the selected layer towards the input.</source>
        <translation>Seçili katmanı girdiye doğru taşır.</translation>
    </message>
    <message>
        <source>Move the layer up</source>
        <translation>Katmanı yukarı taşı</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Aşağı</translation>
    </message>
    <message>
        <source>Moves the selected layer towards the output.</source>
        <translation>Seçili katmanı çıktıya doğru taşır.</translation>
    </message>
    <message>
        <source>Move the layer down</source>
        <translation>Katmanı aşağı taşı</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Temel ağ</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Genişlik</translation>
    </message>
    <message>
        <source>Width of the backbone</source>
        <translation>Temel ağın genişliği</translation>
    </message>
    <message>
        <source>Maps of the first stage; 64 is the published network. Half of it has a quarter of the parameters and is as much faster.</source>
        <translation>İlk aşamanın harita sayısı; yayımlanan ağda 64’tür. Yarısı, parametrelerin dörtte biridir ve o oranda hızlıdır.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Seyreltme</translation>
    </message>
    <message>
        <source>Dropout before the output</source>
        <translation>Çıktıdan önce seyreltme</translation>
    </message>
    <message>
        <source>The layers of a backbone are fixed: only its width and the dropout before its output can be chosen.</source>
        <translation>Temel ağın katmanları sabittir: yalnızca genişliği ve çıktıdan önceki seyreltme seçilebilir.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ObjectView</name>
    <message>
        <source>Save the document</source>
        <translation>Belgeyi kaydet</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF belgeleri (*.pdf)</translation>
    </message>
    <message>
        <source>The document was saved.</source>
        <translation>Belge kaydedildi.</translation>
    </message>
    <message>
        <source>No program for PDF is installed. Save the document instead.</source>
        <translation>PDF gösteren bir program kurulu değil. Bunun yerine belgeyi kaydedin.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Okunuyor…</translation>
    </message>
    <message numerus="yes">
        <source>for %n image(s)</source>
        <translation>
            <numerusform>%n görüntü için</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n açıklama</numerusform>
        </translation>
    </message>
    <message>
        <source>This object holds no image. Its contents are in the DICOM tags.</source>
        <translation>Bu nesnede görüntü yok. İçeriği DICOM etiketlerinde.</translation>
    </message>
    <message>
        <source>complete</source>
        <comment>report</comment>
        <translation>tamamlanmış</translation>
    </message>
    <message>
        <source>partial</source>
        <comment>report</comment>
        <translation>kısmi</translation>
    </message>
    <message>
        <source>verified</source>
        <comment>report</comment>
        <translation>onaylı</translation>
    </message>
    <message>
        <source>not verified</source>
        <comment>report</comment>
        <translation>onaysız</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Metin olarak kopyala</translation>
    </message>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM etiketleri</translation>
    </message>
    <message>
        <source>Contents of the report</source>
        <translation>Raporun içeriği</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>PDF’yi aç</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Kaydet…</translation>
    </message>
    <message>
        <source>open its images as well: it is shown on them</source>
        <translation>görüntülerini de açın: onların üzerinde gösterilir</translation>
    </message>
</context>
<context>
    <name>nefes::ui::PlotWidget</name>
    <message>
        <source>Whole curve</source>
        <translation>Tüm eğri</translation>
    </message>
    <message>
        <source>Undo the zoom (double-click)</source>
        <translation>Yakınlaştırmayı geri al (çift tıklama)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Save the plot as a picture or a table</source>
        <translation>Grafiği resim veya tablo olarak kaydet</translation>
    </message>
    <message>
        <source>Save the plot “%1”</source>
        <translation>“%1” grafiğini kaydet</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Resim (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Çizim (SVG)…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tablo (CSV)…</translation>
    </message>
    <message>
        <source>Drag across to zoom, double-click to see everything</source>
        <translation>Yakınlaştırmak için enine sürükleyin, tümünü görmek için çift tıklayın</translation>
    </message>
</context>
<context>
    <name>nefes::ui::PreprocessPage</name>
    <message>
        <source>Preprocess and augment</source>
        <translation>Hazırlama ve artırma</translation>
    </message>
    <message>
        <source>How images are prepared, how they are varied at random, and how the network learns from them. Begin with a recipe; every number of it can be changed.</source>
        <translation>Görüntüler nasıl hazırlanır, nasıl rastgele değiştirilir, ağ onlardan nasıl öğrenir. Bir tarifle başlayın; her sayısı değiştirilebilir.</translation>
    </message>
    <message>
        <source>A field is not right yet: it says below itself what it needs.</source>
        <translation>Bir alan henüz doğru değil: altında ne gerektiği yazıyor.</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>Tarif aç</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Tarifler (*.json)</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2 (%3)</source>
        <comment>file, reason, detail</comment>
        <translation>%1 kullanılamıyor: %2 (%3)</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>Tarifi kaydet</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 olarak kaydedildi</translation>
    </message>
    <message>
        <source>This recipe was made with %1 training, %2 validation, %3 test.</source>
        <translation>Bu tarif %1 eğitim, %2 doğrulama, %3 sınama ile yapıldı.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Aç…</translation>
    </message>
    <message>
        <source>Takes a recipe from a file.</source>
        <translation>Dosyadan tarif alır.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Kaydet…</translation>
    </message>
    <message>
        <source>Writes all settings to a file, which the command line takes too.</source>
        <translation>Bütün ayarları bir dosyaya yazar; komut satırı da bu dosyayı kullanabilir.</translation>
    </message>
    <message>
        <source>Use these splits</source>
        <translation>Bu bölümleri kullan</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Önizleme</translation>
    </message>
    <message>
        <source>Other image</source>
        <translation>Başka görüntü</translation>
    </message>
    <message>
        <source>Shows another training image.</source>
        <translation>Başka bir eğitim görüntüsü gösterir.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <comment>file, reason</comment>
        <translation>%1 kullanılamıyor: %2</translation>
    </message>
    <message>
        <source>Changed: it is not the recipe of this name any more.</source>
        <translation>Değiştirildi: artık bu addaki tarif değil.</translation>
    </message>
    <message>
        <source>Undo the changes</source>
        <translation>Değişiklikleri geri al</translation>
    </message>
    <message>
        <source>The data name no two sources, so what the recipe does about sources does nothing. The column “source” of a manifest.csv names them.</source>
        <translation>Veride iki ayrı kaynak adı yok; tarifin kaynaklarla ilgili ayarları bu yüzden etkisiz. Kaynakları manifest.csv dosyasının “source” sütunu adlandırır.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::PublishPage</name>
    <message>
        <source>Publish</source>
        <translation>Yayımla</translation>
    </message>
    <message>
        <source>Names the model, says in its card what it can and cannot do, and hands it to the viewer.</source>
        <translation>Modele ad verir, neyi yapıp neyi yapamadığını kartına yazar ve görüntüleyiciye teslim eder.</translation>
    </message>
    <message>
        <source>Train a model first.</source>
        <translation>Önce bir model eğitin.</translation>
    </message>
    <message>
        <source>The model needs a name in both languages.</source>
        <translation>Modelin iki dilde de adı olmalı.</translation>
    </message>
    <message>
        <source>The identifier may have small letters, digits, - _ and a point, at most 64.</source>
        <translation>Tanımlayıcıda küçük harf, rakam, - _ ve nokta olabilir; en çok 64.</translation>
    </message>
    <message>
        <source>The model needs a version, such as 1.0.0.</source>
        <translation>Modelin bir sürümü olmalı, örneğin 1.0.0.</translation>
    </message>
    <message>
        <source>This identifier belongs to a model that came with the program. Choose another one.</source>
        <translation>Bu tanımlayıcı programla gelen bir modele ait. Başka bir tane seçin.</translation>
    </message>
    <message>
        <source>Installed as %1. The analysis panel uses it now; the open study is analysed with it.</source>
        <translation>%1 adıyla kuruldu. Analiz paneli artık bunu kullanıyor; açık tetkik bununla analiz ediliyor.</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>Bu model</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Kurulu modeller</translation>
    </message>
    <message>
        <source>Name, English</source>
        <translation>Ad, İngilizce</translation>
    </message>
    <message>
        <source>Name, Turkish</source>
        <translation>Ad, Türkçe</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Tanımlayıcı</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Sürüm</translation>
    </message>
    <message>
        <source>Classes and operating point</source>
        <translation>Sınıflar ve çalışma noktası</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Sınıf</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Eşik</translation>
    </message>
    <message>
        <source>Threshold of %1</source>
        <translation>%1 eşiği</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Model kartı</translation>
    </message>
    <message>
        <source>Take over names and thresholds</source>
        <translation>Adları ve eşikleri aktar</translation>
    </message>
    <message>
        <source>Writes title, classes and thresholds of the card anew; your other texts stay.</source>
        <translation>Kartın başlığını, sınıflarını ve eşiklerini yeniden yazar; diğer metinleriniz kalır.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>İngilizce</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkçe</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Önizleme</translation>
    </message>
    <message>
        <source>Model card, English</source>
        <translation>Model kartı, İngilizce</translation>
    </message>
    <message>
        <source>Model card, Turkish</source>
        <translation>Model kartı, Türkçe</translation>
    </message>
    <message>
        <source>Install in the viewer</source>
        <translation>Görüntüleyiciye kur</translation>
    </message>
    <message>
        <source>A model of this identifier that is installed already is replaced.</source>
        <translation>Bu tanımlayıcıyla kurulu bir model varsa onun yerine geçer.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Çalıştırma</translation>
    </message>
    <message>
        <source>The model of which run is published.</source>
        <translation>Hangi çalıştırmanın modelinin yayımlanacağı.</translation>
    </message>
    <message>
        <source>On the images kept for checking it this model is no better than chance. Its scores would mislead whoever reads them: train it on more images or for more epochs before you install it.</source>
        <translation>Denetimi için ayrılan görüntülerde bu model rastgele tahminden iyi değil. Skorları okuyanı yanıltır: kurmadan önce daha çok görüntüyle ya da daha çok dönem eğitin.</translation>
    </message>
    <message>
        <source>On the images kept for checking it this model never finds: %1. Whoever reads its scores will miss that: train it on more images or for more epochs before you install it.</source>
        <translation>Denetimi için ayrılan görüntülerde bu model şunu hiç bulmuyor: %1. Skorlarını okuyan bunu kaçırır: kurmadan önce daha çok görüntüyle ya da daha çok dönem eğitin.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::RateFinder</name>
    <message>
        <source>The search failed; the reason stands above.</source>
        <translation>Arama başarısız oldu; nedeni yukarıda yazıyor.</translation>
    </message>
    <message>
        <source>Trying rate %1 of at most %2…</source>
        <translation>Oran deneniyor: %1 / en çok %2…</translation>
    </message>
    <message>
        <source>The images are being prepared…</source>
        <translation>Görüntüler hazırlanıyor…</translation>
    </message>
    <message>
        <source>The search trains for some 100 batches, each with a higher rate than the one before, and draws the loss. Nothing of it is kept.</source>
        <translation>Arama yaklaşık 100 yığın boyunca, her birinde bir öncekinden yüksek bir oranla eğitir ve kaybı çizer. Bundan hiçbir şey saklanmaz.</translation>
    </message>
    <message>
        <source>Cancelled. Click into the plot to choose a rate, or search again.</source>
        <translation>İptal edildi. Bir oran seçmek için grafiğe tıklayın ya da yeniden arayın.</translation>
    </message>
    <message>
        <source>No rate brought the loss down. Look at the classes in step 1 and at the network in step 3; with few images another search may do better.</source>
        <translation>Hiçbir oran kaybı düşürmedi. 1. adımda sınıflara, 3. adımda ağa bakın; az görüntüde yeni bir arama daha iyi sonuç verebilir.</translation>
    </message>
    <message>
        <source>At %1 the loss falls most steeply: a good rate to begin with. It is lowest at %2; from there on higher rates do harm. Click into the plot to choose another.</source>
        <translation>Kayıp en dik %1 oranında düşüyor: başlamak için iyi bir oran. En düşük olduğu yer %2; ondan sonra daha yüksek oranlar zarar verir. Başkasını seçmek için grafiğe tıklayın.</translation>
    </message>
    <message>
        <source>%1 is in the recipe</source>
        <translation>%1 tarifte</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 oranını kullan</translation>
    </message>
    <message>
        <source>suggested: %1</source>
        <translation>önerilen: %1</translation>
    </message>
    <message>
        <source>chosen: %1</source>
        <translation>seçilen: %1</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Öğrenme oranı</translation>
    </message>
    <message>
        <source>Find a learning rate</source>
        <translation>Öğrenme oranı bul</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>İptal</translation>
    </message>
    <message>
        <source>Cancel the search for a learning rate</source>
        <translation>Öğrenme oranı aramasını iptal et</translation>
    </message>
    <message>
        <source>Writes this rate into the recipe.</source>
        <translation>Bu oranı tarife yazar.</translation>
    </message>
    <message>
        <source>Loss by learning rate</source>
        <translation>Öğrenme oranına göre kayıp</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>öğrenme oranı</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>kayıp</translation>
    </message>
    <message>
        <source>each batch</source>
        <translation>her yığın</translation>
    </message>
    <message>
        <source>loss, smoothed</source>
        <translation>kayıp, yumuşatılmış</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ReportDialog</name>
    <message>
        <source>Crash report</source>
        <translation>Çökme raporu</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>nefes::ui::RunChooser</name>
    <message>
        <source>%1, validation accuracy %2</source>
        <comment>run, accuracy</comment>
        <translation>%1, doğrulama doğruluğu %2</translation>
    </message>
</context>
<context>
    <name>nefes::ui::RunComparison</name>
    <message>
        <source>There is no finished run yet.</source>
        <translation>Henüz tamamlanmış bir çalıştırma yok.</translation>
    </message>
    <message>
        <source>Choose runs to lay their curves over each other. Compare on validation images; the test images are for the end.</source>
        <translation>Eğrilerini üst üste koymak için çalıştırmaları seçin. Doğrulama görüntüleriyle karşılaştırın; sınama görüntüleri en sona kalsın.</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Eğri</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>doğrulama kaybı</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>doğrulama doğruluğu</translation>
    </message>
    <message>
        <source>validation AUC</source>
        <translation>doğrulama AUC’si</translation>
    </message>
    <message>
        <source>Finished runs</source>
        <translation>Tamamlanan çalıştırmalar</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Çalıştırma</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Başlangıç</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>En iyi dönem</translation>
    </message>
    <message>
        <source>Accuracy, validation</source>
        <translation>Doğruluk, doğrulama</translation>
    </message>
    <message>
        <source>AUC, validation</source>
        <translation>AUC, doğrulama</translation>
    </message>
    <message>
        <source>Accuracy, test</source>
        <translation>Doğruluk, sınama</translation>
    </message>
    <message>
        <source>AUC, test</source>
        <translation>AUC, sınama</translation>
    </message>
    <message>
        <source>ECE, validation</source>
        <translation>ECE, doğrulama</translation>
    </message>
    <message>
        <source>Curves of the runs</source>
        <translation>Çalıştırmaların eğrileri</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>dönem</translation>
    </message>
</context>
<context>
    <name>nefes::ui::RunControls</name>
    <message>
        <source>Preparing the images…</source>
        <translation>Görüntüler hazırlanıyor…</translation>
    </message>
    <message>
        <source>Training: %1</source>
        <translation>Eğitim: %1</translation>
    </message>
    <message>
        <source>Grid search: %1</source>
        <translation>Izgara araması: %1</translation>
    </message>
    <message>
        <source>Trying learning rates…</source>
        <translation>Öğrenme oranları deneniyor…</translation>
    </message>
    <message>
        <source>Cross-validation: %1</source>
        <translation>Çapraz doğrulama: %1</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>Duraklatıldı: %1</translation>
    </message>
    <message>
        <source>Stopping after this batch…</source>
        <translation>Bu yığından sonra durduruluyor…</translation>
    </message>
    <message>
        <source>Making the model of the best epoch…</source>
        <translation>En iyi dönemin modeli yapılıyor…</translation>
    </message>
    <message>
        <source>Ready to train</source>
        <translation>Eğitime hazır</translation>
    </message>
    <message>
        <source>Queue another run</source>
        <translation>Sıraya ekle</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Eğit</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Sürdür</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Duraklat</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) waiting</source>
        <translation>
            <numerusform>%n çalıştırma sırada</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Stops after this batch. The last complete epoch is kept and the run can be resumed.</source>
        <translation>Bu yığından sonra durur. Son tamamlanan dönem saklanır ve çalıştırma sürdürülebilir.</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Durdur, en iyisini sakla</translation>
    </message>
    <message>
        <source>Trains no more and makes the model of the best epoch so far.</source>
        <translation>Eğitimi bırakır ve şimdiye kadarki en iyi dönemin modelini yapar.</translation>
    </message>
    <message>
        <source>Holds the training; it keeps its memory but uses no processor.</source>
        <translation>Eğitimi bekletir; belleğini korur ama işlemci kullanmaz.</translation>
    </message>
    <message>
        <source>Take out the last</source>
        <translation>Sonuncuyu çıkar</translation>
    </message>
    <message>
        <source>The run that was queued last is forgotten.</source>
        <translation>Sıraya en son eklenen çalıştırma unutulur.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Aygıt</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>otomatik</translation>
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
        <translation>İş parçacığı</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tümü</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Eğitimin ilerlemesi</translation>
    </message>
</context>
<context>
    <name>nefes::ui::SampleWatch</name>
    <message>
        <source>Epoch %1
%2</source>
        <comment>epoch and probability of the true label</comment>
        <translation>Dönem %1
%2</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>Başka görüntü</translation>
    </message>
    <message>
        <source>Heatmaps of the sample, one an epoch</source>
        <translation>Örneğin ısı haritaları, her dönem için bir tane</translation>
    </message>
    <message>
        <source>%1, true label: %2. After each epoch: where the network looks for this label, and the probability it gives it.</source>
        <translation>%1, gerçek etiket: %2. Her dönemden sonra: ağın bu etiket için baktığı yer ve verdiği olasılık.</translation>
    </message>
    <message>
        <source>No heatmap could be made: %1</source>
        <translation>Isı haritası yapılamadı: %1</translation>
    </message>
    <message>
        <source>There is no validation image to look at.</source>
        <translation>Bakılacak doğrulama görüntüsü yok.</translation>
    </message>
    <message>
        <source>The first heatmap appears after the first epoch.</source>
        <translation>İlk ısı haritası ilk dönemden sonra görünür.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ScoreRow</name>
    <message>
        <source>%1 (threshold %2)</source>
        <comment>decision</comment>
        <translation>%1 (eşik %2)</translation>
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
        <translation>Görüntü biraz kaydırıldığında, büyütüldüğünde, aydınlatıldığında ya da karartıldığında olasılığın gittiği aralık. Geniş bir aralık, skorun anlamsız ayrıntılara bağlı olduğunu söyler.</translation>
    </message>
    <message>
        <source>steady at %1</source>
        <comment>probability that small changes leave alone</comment>
        <translation>sabit: %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>band of a probability</comment>
        <translation>%1 ile %2 arası</translation>
    </message>
    <message>
        <source>%1; under small changes %2</source>
        <comment>score, band</comment>
        <translation>%1; küçük değişikliklerde %2</translation>
    </message>
</context>
<context>
    <name>nefes::ui::SettingsDialog</name>
    <message>
        <source>%1 belongs to “%2”. Give that another key first.</source>
        <comment>key, action</comment>
        <translation>%1 zaten “%2” için kullanılıyor. Önce ona başka bir tuş verin.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>The program&apos;s own choice</source>
        <translation>Programın seçimi</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Otomatik</translation>
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
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Genel</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analiz</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tuşlar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>Yazı ve denetim boyutu</translation>
    </message>
    <message>
        <source>Analyse every image by itself</source>
        <translation>Her görüntüyü otomatik analiz et</translation>
    </message>
    <message>
        <source>Heatmap over the image at the start</source>
        <translation>Başlangıçta ısı haritası görüntünün üzerinde</translation>
    </message>
    <message>
        <source>Blind first: my impression before the scores</source>
        <translation>Önce kör okuma: skorlardan önce benim izlenimim</translation>
    </message>
    <message>
        <source>Scores and heatmap stay hidden until an impression is recorded. What was agreed with is kept in a table (impressions.csv) without patient data.</source>
        <translation>Bir izlenim kaydedilene kadar skorlar ve ısı haritası gizli kalır. Katılıp katılmadığınız, hasta bilgisi olmadan bir tabloda (impressions.csv) saklanır.</translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation>Isı haritasının renkleri</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>Isı haritasının opaklığı</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Computing device</source>
        <translation>Hesaplama aygıtı</translation>
    </message>
    <message>
        <source>Search action or key</source>
        <translation>İşlem ya da tuş ara</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Tuşlarda ara</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>İşlem</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tuş</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>İşlemler ve tuşları</translation>
    </message>
    <message>
        <source>New key:</source>
        <translation>Yeni tuş:</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Tuş yok</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Sıfırla</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Tüm tuşları sıfırla</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Open the last studies at the next start</source>
        <translation>Sonraki açılışta son tetkikleri aç</translation>
    </message>
</context>
<context>
    <name>nefes::ui::SimilarCases</name>
    <message>
        <source>Similar training cases</source>
        <translation>Benzer eğitim vakaları</translation>
    </message>
    <message>
        <source>The images of the training whose features lie nearest to those of this one, as the model sees them. 0 is alike in everything it looks at, 1 has nothing in common with it. When all of them come from one source, the score may rest on the source rather than on the finding. Of the training images only these numbers, their label and their source are stored: no image and no patient.</source>
        <translation>Modelin gözüyle öznitelikleri bu görüntüye en yakın eğitim görüntüleri. 0, modelin baktığı her şeyde aynı; 1, ortak yanı yok demektir. Hepsi tek bir kaynaktan geliyorsa skor bulgudan çok kaynağa dayanıyor olabilir. Eğitim görüntülerinden yalnızca bu sayılar, etiketleri ve kaynakları saklanır: görüntü ve hasta bilgisi yoktur.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Uzaklık</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>source</comment>
        <translation>bilinmiyor</translation>
    </message>
</context>
<context>
    <name>nefes::ui::SplitSettings</name>
    <message>
        <source>None</source>
        <comment>negative class</comment>
        <translation>Seçilmedi</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Eğitim</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Doğrulama</translation>
    </message>
    <message>
        <source>Share for validation, in percent</source>
        <translation>Doğrulamanın payı, yüzde</translation>
    </message>
    <message>
        <source>Test</source>
        <comment>split</comment>
        <translation>Sınama</translation>
    </message>
    <message>
        <source>Share for the test, in percent</source>
        <translation>Sınamanın payı, yüzde</translation>
    </message>
    <message>
        <source>Keep the splits that the folders bring</source>
        <translation>Klasörlerdeki hazır bölümleri koru</translation>
    </message>
    <message>
        <source>Folders named train, validation and test, or the column &quot;split&quot; of the manifest. A split that they do not bring is drawn from the training images.</source>
        <translation>Adı train, validation ve test olan klasörler ya da manifest dosyasının “split” sütunu. Bunlarda olmayan bölüm eğitim görüntülerinden seçilir.</translation>
    </message>
    <message>
        <source>Keep all images of a patient in one split</source>
        <translation>Her hasta tek bölümde kalsın</translation>
    </message>
    <message>
        <source>These folders do not tell which images belong to one patient. A manifest.csv with a column &quot;patient&quot; does.</source>
        <translation>Klasörlerden hangi görüntülerin aynı hastaya ait olduğu anlaşılmıyor. Bunun için “patient” sütunu olan bir manifest.csv gerekir.</translation>
    </message>
    <message>
        <source>&quot;Nothing found&quot; is</source>
        <translation>“Bulgu yok” sınıfı</translation>
    </message>
    <message>
        <source>Class that means nothing found</source>
        <translation>Bulgu yok anlamına gelen sınıf</translation>
    </message>
</context>
<context>
    <name>nefes::ui::StartChooser</name>
    <message>
        <source>The model to start from, %1, cannot be used: %2 Choose another one, or random values.</source>
        <translation>Başlangıç modeli %1 kullanılamıyor: %2 Başka bir model ya da rastgele değerleri seçin.</translation>
    </message>
    <message>
        <source>The recipe starts from the weights of a backbone: choose the backbone, or random values.</source>
        <translation>Tarif bir temel ağın ağırlıklarıyla başlıyor: o temel ağı ya da rastgele değerleri seçin.</translation>
    </message>
    <message>
        <source>The network or its input is no longer that of the model to start from.</source>
        <translation>Ağ ya da girdisi artık başlangıç modelininki değil.</translation>
    </message>
    <message>
        <source>random values</source>
        <translation>rastgele değerler</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <comment>model</comment>
        <translation>%1, sürüm %2</translation>
    </message>
    <message>
        <source>%1 (of the recipe)</source>
        <comment>model</comment>
        <translation>%1 (tariften)</translation>
    </message>
    <message>
        <source>starts from</source>
        <translation>başlangıcı</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translation>Başlangıç modeli</translation>
    </message>
    <message>
        <source>frozen layers</source>
        <translation>dondurulan katman</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>Dondurulan katman sayısı</translation>
    </message>
    <message>
        <source>Use its network again</source>
        <translation>Yine onun ağını kullan</translation>
    </message>
    <message>
        <source>This model has two networks. Training starts from the first one.</source>
        <translation>Bu modelin iki ağı var. Eğitim birincisinden başlar.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::StatusLine</name>
    <message>
        <source>R %1  G %2  B %3</source>
        <comment>colour values</comment>
        <translation>K %1  Y %2  M %3</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>değer %1</translation>
    </message>
    <message>
        <source>value %1 %2</source>
        <translation>değer %1 %2</translation>
    </message>
    <message>
        <source>x %1  y %2</source>
        <comment>position</comment>
        <translation>x %1  y %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>İptal</translation>
    </message>
    <message>
        <source>Background work</source>
        <translation>Arka plandaki iş</translation>
    </message>
</context>
<context>
    <name>nefes::ui::StudyBrowser</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n görüntü</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures without a patient</source>
        <translation>Hastası belirtilmemiş görüntüler</translation>
    </message>
    <message>
        <source>Search patient, study, date</source>
        <translation>Hasta, tetkik, tarih ara</translation>
    </message>
    <message>
        <source>Search the study list</source>
        <translation>Tetkik listesinde ara</translation>
    </message>
    <message>
        <source>Study list</source>
        <translation>Tetkik listesi</translation>
    </message>
    <message>
        <source>No studies are open</source>
        <translation>Açık tetkik yok</translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s) left out</source>
        <translation>
            <numerusform>%n yinelenen dosya alınmadı</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nefes::ui::SweepView</name>
    <message>
        <source>Write values into at least one line.</source>
        <translation>En az bir satıra değer yazın.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), then the best setting is trained in full.</source>
        <translation>
            <numerusform>%n çalıştırma; ardından en iyi ayar baştan sona eğitilir.</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>tamam</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>başarısız</translation>
    </message>
    <message>
        <source>Trains every combination of the values on a part of the work, compares them on the validation images, and trains the best one in full.</source>
        <translation>Değerlerin her birleşimini kısaltılmış bir eğitimle dener, doğrulama görüntülerinde karşılaştırır ve en iyisini baştan sona eğitir.</translation>
    </message>
    <message>
        <source>Field of the recipe</source>
        <translation>Tarifin alanı</translation>
    </message>
    <message>
        <source>Field %1 of the grid</source>
        <translation>Izgaranın %1. alanı</translation>
    </message>
    <message>
        <source>Values of field %1</source>
        <translation>%1. alanın değerleri</translation>
    </message>
    <message>
        <source>What decides</source>
        <translation>Belirleyici</translation>
    </message>
    <message>
        <source>validation AUC</source>
        <translation>doğrulama AUC’si</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>doğrulama doğruluğu</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>doğrulama kaybı</translation>
    </message>
    <message>
        <source>Epochs of the search</source>
        <translation>Aramanın dönem sayısı</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tümü</translation>
    </message>
    <message>
        <source>Training images of the search</source>
        <translation>Aramanın eğitim görüntüleri</translation>
    </message>
    <message>
        <source>Search the grid</source>
        <translation>Izgarayı ara</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ayar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Ölçüt</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>En iyi dönem</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Saniye</translation>
    </message>
    <message>
        <source>Runs of the grid search</source>
        <translation>Izgara aramasının çalıştırmaları</translation>
    </message>
    <message>
        <source>Validation curves of the runs</source>
        <translation>Çalıştırmaların doğrulama eğrileri</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>dönem</translation>
    </message>
    <message>
        <source>A value is missing: write them with semicolons between, %1</source>
        <translation>Bir değer eksik: aralarına noktalı virgül koyarak yazın, %1</translation>
    </message>
    <message>
        <source>Values to try, semicolons between</source>
        <translation>Denenecek değerler, aralarında noktalı virgül</translation>
    </message>
</context>
<context>
    <name>nefes::ui::TagModel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n öge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1… (%2)</source>
        <comment>start of a value and its size</comment>
        <translation>%1… (%2)</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Öge %1</translation>
    </message>
    <message>
        <source>Private element</source>
        <translation>Üreticiye özel öge</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
</context>
<context>
    <name>nefes::ui::TagPanel</name>
    <message>
        <source>This file is not DICOM, so it has no tags.</source>
        <translation>Bu dosya DICOM değil, bu yüzden etiketi yok.</translation>
    </message>
    <message>
        <source>Open a DICOM file to see its tags.</source>
        <translation>Etiketlerini görmek için bir DICOM dosyası açın.</translation>
    </message>
    <message>
        <source>Reading the tags…</source>
        <translation>Etiketler okunuyor…</translation>
    </message>
    <message>
        <source>No tag, name or value contains these words.</source>
        <translation>Bu sözcükler hiçbir etikette, adda ya da değerde geçmiyor.</translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n etiket</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has more than can be listed.</source>
        <translation>Dosyada listelenebilenden fazlası var.</translation>
    </message>
    <message>
        <source>Search tag, name, value</source>
        <translation>Etiket, ad, değer ara</translation>
    </message>
    <message>
        <source>Search the DICOM tags</source>
        <translation>DICOM etiketlerinde ara</translation>
    </message>
    <message>
        <source>DICOM tags</source>
        <translation>DICOM etiketleri</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Değeri kopyala</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Satırı kopyala</translation>
    </message>
    <message>
        <source>The chosen tag in full</source>
        <translation>Seçilen etiketin tamamı</translation>
    </message>
    <message>
        <source>Choose a row to see it in full.</source>
        <translation>Tamamını görmek için bir satır seçin.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ThresholdView</name>
    <message>
        <source>&lt;b&gt;Sensitivity %1&lt;/b&gt; (%2 of %3 found) &amp;nbsp;·&amp;nbsp; &lt;b&gt;Specificity %4&lt;/b&gt; (%5 of %6 cleared) &amp;nbsp;·&amp;nbsp; &lt;b&gt;PPV %7&lt;/b&gt; &amp;nbsp;·&amp;nbsp; &lt;b&gt;NPV %8&lt;/b&gt;</source>
        <translation>&lt;b&gt;Duyarlılık %1&lt;/b&gt; (bulgulu %3 görüntüden %2 tanesi yakalandı) &amp;nbsp;·&amp;nbsp; &lt;b&gt;Özgüllük %4&lt;/b&gt; (bulgusuz %6 görüntüden %5 tanesi doğru elendi) &amp;nbsp;·&amp;nbsp; &lt;b&gt;PPD %7&lt;/b&gt; &amp;nbsp;·&amp;nbsp; &lt;b&gt;NPD %8&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Where %1% have the finding: of 100 images above the threshold %2 have it; of 100 below it %3 are free of it.</source>
        <translation>Bulgunun %%1 oranında görüldüğü yerde: eşiğin üstündeki 100 görüntünün %2 tanesinde bulgu vardır; altındaki 100 görüntünün %3 tanesinde yoktur.</translation>
    </message>
    <message>
        <source>Nothing is above, or nothing below, this threshold.</source>
        <translation>Bu eşiğin üstünde veya altında hiç görüntü yok.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Sınıf</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Eşik</translation>
    </message>
    <message>
        <source>Prevalence</source>
        <translation>Prevalans</translation>
    </message>
    <message>
        <source>Operating point set</source>
        <translation>Çalışma noktası belirlendi</translation>
    </message>
    <message>
        <source>Use as operating point</source>
        <translation>Çalışma noktası yap</translation>
    </message>
    <message>
        <source>Publishes the model with this threshold for the class.</source>
        <translation>Model, bu sınıf için bu eşikle yayımlanır.</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>1 − specificity</source>
        <translation>1 − özgüllük</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>duyarlılık</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Kesinlik ve duyarlılık</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>duyarlılık</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>kesinlik</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrasyon</translation>
    </message>
    <message>
        <source>probability given</source>
        <translation>verilen olasılık</translation>
    </message>
    <message>
        <source>share that was right</source>
        <translation>doğru çıkma oranı</translation>
    </message>
</context>
<context>
    <name>nefes::ui::TrainPage</name>
    <message>
        <source>Train</source>
        <translation>Eğit</translation>
    </message>
    <message>
        <source>The network sees the training images again and again and learns from its errors; the validation images show whether it learns the thing itself or only these images.</source>
        <translation>Ağ, eğitim görüntülerini tekrar tekrar görür ve hatalarından öğrenir; doğrulama görüntüleri, işin kendisini mi yoksa yalnızca bu görüntüleri mi öğrendiğini gösterir.</translation>
    </message>
    <message>
        <source>Wait until the training has finished, or stop it and keep the best epoch.</source>
        <translation>Eğitim bitene kadar bekleyin veya durdurup en iyi dönemi saklayın.</translation>
    </message>
    <message>
        <source>Train a model first.</source>
        <translation>Önce bir model eğitin.</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>Çalıştırma %1: %2</translation>
    </message>
    <message>
        <source>Log of the training</source>
        <translation>Eğitim günlüğü</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Eğriler</translation>
    </message>
    <message>
        <source>Heatmap by epoch</source>
        <translation>Döneme göre ısı haritası</translation>
    </message>
    <message>
        <source>Grid search</source>
        <translation>Izgara araması</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Günlük</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Sürdür</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Yok say</translation>
    </message>
    <message>
        <source>Part %1 of %2</source>
        <translation>Kat %1 / %2</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Öğrenme oranı</translation>
    </message>
    <message>
        <source>Cross-validation</source>
        <translation>Çapraz doğrulama</translation>
    </message>
</context>
<context>
    <name>nefes::ui::TrainingCurves</name>
    <message>
        <source>epoch</source>
        <translation>dönem</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Kayıp</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Doğruluk</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Öğrenme oranı</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>Saniyede görüntü</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>öğrenme oranı</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>saniyede görüntü</translation>
    </message>
    <message>
        <source>training, each batch</source>
        <translation>eğitim, her yığın</translation>
    </message>
    <message>
        <source>training</source>
        <translation>eğitim</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>doğrulama</translation>
    </message>
    <message>
        <source>best epoch %1</source>
        <translation>en iyi dönem %1</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Eğriler</translation>
    </message>
    <message>
        <source>by batch, smoothed</source>
        <translation>yığına göre, yumuşatılmış</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>döneme göre</translation>
    </message>
    <message>
        <source>Curves by batch or by epoch</source>
        <translation>Eğriler yığına veya döneme göre</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Yumuşatma</translation>
    </message>
    <message>
        <source>Smoothing of the batch curves</source>
        <translation>Yığın eğrilerinin yumuşatılması</translation>
    </message>
    <message>
        <source>A moving average: more of it hides the noise of single batches and comes later.</source>
        <translation>Hareketli ortalama: arttıkça tek tek yığınların gürültüsünü gizler ve geriden gelir.</translation>
    </message>
    <message>
        <source>Training images that are looked at in a second.</source>
        <translation>Bir saniyede bakılan eğitim görüntüsü sayısı.</translation>
    </message>
</context>
<context>
    <name>nefes::ui::TrainingWizard</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Adım %1: %2</translation>
    </message>
    <message>
        <source>Opens once the steps before it are done.</source>
        <translation>Önceki adımlar tamamlanınca açılır.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Eğitim</translation>
    </message>
    <message>
        <source>Back to the viewer</source>
        <translation>Görüntüleyiciye dön</translation>
    </message>
    <message>
        <source>The viewer as it was; a run goes on meanwhile (F8)</source>
        <translation>Görüntüleyici bıraktığınız gibi; eğitim bu sırada sürer (F8)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>İleri</translation>
    </message>
    <message>
        <source>Not ready yet</source>
        <translation>Henüz hazır değil</translation>
    </message>
    <message>
        <source>Step %1, %2: %3</source>
        <comment>number, title, problem</comment>
        <translation>%1. adım, %2: %3</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Göster</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ViewerArea</name>
    <message>
        <source>Drop images here</source>
        <translation>Görüntüleri buraya bırakın</translation>
    </message>
    <message>
        <source>Files, folders, a DICOMDIR or a ZIP archive. DICOM, JPEG and PNG.</source>
        <translation>Dosya, klasör, DICOMDIR ya da ZIP arşivi. DICOM, JPEG ve PNG.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dosya aç…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Örneği aç</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>Model eğit</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ViewerPresenter</name>
    <message>
        <source>prior</source>
        <translation>önceki</translation>
    </message>
    <message>
        <source>current</source>
        <translation>güncel</translation>
    </message>
    <message>
        <source>pictures without a patient</source>
        <translation>hastası belirtilmemiş görüntüler</translation>
    </message>
    <message>
        <source>Different patients side by side: %1</source>
        <translation>Yan yana farklı hastalar: %1</translation>
    </message>
    <message>
        <source>Scrolls along: same position</source>
        <translation>Birlikte ilerler: aynı konum</translation>
    </message>
    <message>
        <source>Scrolls along: same distance</source>
        <translation>Birlikte ilerler: aynı mesafe</translation>
    </message>
    <message>
        <source>Scrolls along: image by image</source>
        <translation>Birlikte ilerler: görüntü görüntü</translation>
    </message>
</context>
<context>
    <name>nefes::ui::ViewportCell</name>
    <message>
        <source>Drag a series here from the study list</source>
        <translation>Tetkik listesinden buraya bir seri sürükleyin</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Görüntü</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Görüntü %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>viewport and its study</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <comment>file name</comment>
        <translation>%1 gösterilemiyor</translation>
    </message>
</context>
<context>
    <name>nefes::ui::WindowPanel</name>
    <message>
        <source>File default (0)</source>
        <translation>Dosyanın kendi penceresi (0)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>preset and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Merkez</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Genişlik</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Renk haritası</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Hazır pencereler</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>Yeni hazır pencerenin adı</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Save the window that is shown as a preset</source>
        <translation>Gösterilen pencereyi hazır pencerelere kaydet</translation>
    </message>
    <message>
        <source>Remove the preset</source>
        <translation>Hazır pencereyi kaldır</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Gri</translation>
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
