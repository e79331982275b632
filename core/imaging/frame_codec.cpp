// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/frame_codec.h"

#include "core/imaging/jpeg.h"
#include "core/imaging/jpeg_xl_codec.h"
#include "core/imaging/open_jpeg_codec.h"

namespace nefes::imaging {
namespace {

class StreamCodec final : public FrameCodec
{
public:
    [[nodiscard]] Result<DecodedFrame> decode(std::span<const std::byte> stream,
                                              const FrameDescription& description) const override
    {
        if (OpenJpegCodec::recognises(stream)) {
            return m_jpeg2000.decode(stream, description);
        }
        if (stream.size() > 2 && stream[0] == std::byte{0xff} && stream[1] == std::byte{0xd8}) {
            return decodeJpeg(stream, description.colors);
        }
        if (JpegXlCodec::recognises(stream)) {
            return m_jpegXl.decode(stream, description);
        }
        return fail(ErrorCode::UnsupportedFormat, "neither JPEG, JPEG 2000 nor JPEG XL");
    }

private:
    OpenJpegCodec m_jpeg2000;
    JpegXlCodec m_jpegXl;
};

} // namespace

std::shared_ptr<const FrameCodec> makeFrameCodec()
{
    return std::make_shared<StreamCodec>();
}

} // namespace nefes::imaging
