// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"

#include "core/base/assert.h"
#include "core/base/files.h"

#include <openssl/evp.h>

#include <array>

namespace nefes {

struct Sha256::Context {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> handle{EVP_MD_CTX_new(),
                                                                   &EVP_MD_CTX_free};
};

Sha256::Sha256()
    : m_context(std::make_unique<Context>())
{
    const int started = EVP_DigestInit_ex(m_context->handle.get(), EVP_sha256(), nullptr);
    NEFES_ASSERT(started == 1);
}

Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> bytes)
{
    const int added = EVP_DigestUpdate(m_context->handle.get(), bytes.data(), bytes.size());
    NEFES_ASSERT(added == 1);
}

std::string Sha256::finish()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
    unsigned length = 0;
    const int finished = EVP_DigestFinal_ex(m_context->handle.get(), digest.data(), &length);
    NEFES_ASSERT(finished == 1);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * std::size_t{length});
    for (unsigned i = 0; i < length; ++i) {
        text += digits[digest[i] >> 4U];
        text += digits[digest[i] & 15U];
    }
    return text;
}

std::string sha256(std::span<const std::byte> bytes)
{
    Sha256 digest;
    digest.add(bytes);
    return digest.finish();
}

Result<std::string> sha256OfFile(const std::filesystem::path& file)
{
    NEFES_TRY(const auto mapped, MappedFile::open(file));
    return sha256(mapped->bytes());
}

} // namespace nefes
