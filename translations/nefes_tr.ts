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
        <translation>Yakınlaştır</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Görüntüler arasında gezin</translation>
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
        <source>Full screen</source>
        <translation>Tam ekran</translation>
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
        <translation>Her görüntüyü kendiliğinden analiz et</translation>
    </message>
    <message>
        <source>About the model…</source>
        <translation>Model hakkında…</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tuşlar ve fare</translation>
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
        <source>Copy the view</source>
        <translation>Görünümü kopyala</translation>
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
        <source>DICOM tags</source>
        <translation>DICOM etiketleri</translation>
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
        <translation>seçili araç; pencere/seviye: sağa geniş, yukarı parlak</translation>
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
    <message>
        <source>Keys and mouse</source>
        <translation>Tuşlar ve fare</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Nefes %1&lt;/h2&gt;&lt;p&gt;A radiology viewer with an embedded classifier.&lt;/p&gt;&lt;p&gt;Its estimates are no diagnosis, and the program is no medical device.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes without any warranty.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Nefes %1&lt;/h2&gt;&lt;p&gt;Yerleşik sınıflandırıcısı olan bir radyoloji görüntüleyicisi.&lt;/p&gt;&lt;p&gt;Tahminleri tanı değildir; program tıbbi cihaz değildir.&lt;/p&gt;&lt;p&gt;GNU Genel Kamu Lisansı sürüm 3 veya sonrasıyla dağıtılan özgür yazılımdır; hiçbir garantisi yoktur.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Nefes</source>
        <translation>Nefes hakkında</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The file does not exist. It may have been moved or its drive taken out.</source>
        <translation>Dosya yok. Taşınmış ya da bulunduğu sürücü çıkarılmış olabilir.</translation>
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
        <translation>Arşiv, programın kabul ettiğinden büyük açılıyor. Arşivi kendiniz açıp klasörü seçin.</translation>
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
        <translation>DICOM dosyası gerçek olamayacak kadar iç içe geçmiş.</translation>
    </message>
    <message>
        <source>The DICOM data dictionary is missing. Install DCMTK&apos;s data files or set DCMDICTPATH.</source>
        <translation>DICOM veri sözlüğü eksik. DCMTK veri dosyalarını kurun ya da DCMDICTPATH değişkenini ayarlayın.</translation>
    </message>
    <message>
        <source>The module for analysis (nefes_torch) is missing. Install LibTorch (on Debian: libtorch-dev) and build the program with it; viewing works without.</source>
        <translation>Analiz modülü (nefes_torch) eksik. LibTorch kurun (Debian: libtorch-dev) ve programı onunla derleyin; görüntüleme modülsüz de çalışır.</translation>
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
        <translation>Modelin ağırlıkları yayımlandığı ağırlıklar değil; bu yüzden kullanılmıyor. Yeniden kurun.</translation>
    </message>
    <message>
        <source>The model&apos;s weights do not fit its network, so it is not used.</source>
        <translation>Modelin ağırlıkları ağına uymuyor; bu yüzden kullanılmıyor.</translation>
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
        <translation>Veri kümesinin düzeni programın bildiği bir düzen değil.</translation>
    </message>
    <message>
        <source>The training diverged. Lower the learning rate and try again.</source>
        <translation>Eğitim ıraksadı. Öğrenme hızını düşürüp yeniden deneyin.</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another recipe or data set.</source>
        <translation>Denetim noktası başka bir tarife ya da veri kümesine ait.</translation>
    </message>
    <message>
        <source>This was asked for in a way that makes no sense.</source>
        <translation>İstek anlamlı değil.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>İptal edildi.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Please report it.</source>
        <translation>Programın içinde bir hata oluştu. Lütfen bildirin.</translation>
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
        <translation>Bu, yan (lateral) grafiye benziyor; model yalnızca ön-arka grafileri tanır.</translation>
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
        <translation>Önemli görüntü notu</translation>
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
    <name>WarningText</name>
    <message>
        <source>The file ends early: what is missing is black</source>
        <translation>Dosya eksik: eksik kısım siyah</translation>
    </message>
    <message>
        <source>The file ends early: what is missing is gray</source>
        <translation>Dosya eksik: eksik kısım gri</translation>
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
        <translation>Dosyadaki bir pencere kullanılamıyor</translation>
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
        <source>No sign that the model must not judge it.</source>
        <translation>Modelin değerlendirmesine engel bir belirti yok.</translation>
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
</context>
<context>
    <name>nefes::ui::Canvas</name>
    <message>
        <source>Image</source>
        <translation>Görüntü</translation>
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
        <source>Highest probability of a finding: an AI estimate, not a diagnosis</source>
        <translation>Bir bulgunun en yüksek olasılığı: yapay zekâ tahmini, tanı değil</translation>
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
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>AI</source>
        <comment>column of scores</comment>
        <translation>YZ</translation>
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
        <translation>Kitaplıktaki kopyalar silinir. Yalnızca bağlanmış dosyalar yerinde kalır.</translation>
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
        <translation>PDF&apos;yi aç</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Kaydet…</translation>
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
        <source>%1 cannot be shown</source>
        <comment>file name</comment>
        <translation>%1 gösterilemiyor</translation>
    </message>
</context>
</TS>
