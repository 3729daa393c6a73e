// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/gguf_header.h"

#include "core/interchange/gguf_reader.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace rigwright {

namespace {

constexpr quint32 kMagic = 0x46554747; // "GGUF"
constexpr quint32 kOldest = 2;
constexpr quint32 kNewest = 3;
constexpr quint64 kHeldText = 1024;         // names and addresses; longer ones are templates
constexpr quint64 kHeldNumbers = 1024;      // one per layer
constexpr quint64 kAllHeldNumbers = 65'536; // of all arrays
constexpr quint64 kAlignment = 32;
constexpr quint64 kMostAlignment = 1024 * 1024;
constexpr qint64 kMostElements = qint64(1) << 48; // 100 times the largest model; sums over all parts cannot overflow

enum class ValueType : quint32 { U8, I8, U16, I16, U32, I32, F32, Bool, Text, Array, U64, I64, F64 };

int sizeOf(ValueType type)
{
    switch (type) {
    case ValueType::U8:
    case ValueType::I8:
    case ValueType::Bool: return 1;
    case ValueType::U16:
    case ValueType::I16: return 2;
    case ValueType::U32:
    case ValueType::I32:
    case ValueType::F32: return 4;
    case ValueType::U64:
    case ValueType::I64:
    case ValueType::F64: return 8;
    case ValueType::Text:
    case ValueType::Array: break;
    }
    return 0;
}

/// @return a name out of a file, fit for a message
QString shown(const QByteArray &name)
{
    QString text = QString::fromUtf8(name.left(80));
    std::ranges::replace_if(
        text, [](QChar c) { return !c.isPrint(); }, QChar(u'?'));
    return text;
}

class HeaderReading
{
public:
    explicit HeaderReading(QIODevice &in) : m_reader(in, kGgufHeaderBytes) {}

    Result<GgufHeader> header()
    {
        readStart();
        for (quint64 i = 0; i < m_keys && m_reader.ok(); ++i)
            readKey();
        readAlignment();
        for (quint64 i = 0; i < m_tensors && m_reader.ok(); ++i)
            readTensor();
        if (m_reader.error())
            return *m_reader.error();
        return std::move(m_header);
    }

private:
    void damaged(const QString &reason) { m_reader.fail(Error::Code::Corrupt, reason); }
    void tooMuch(const QString &reason) { m_reader.fail(Error::Code::Invalid, reason); }

    void readStart()
    {
        const auto magic = m_reader.number<quint32>();
        if (m_reader.ok() && magic != kMagic)
            m_reader.fail(Error::Code::Invalid,
                          GgufText::tr("This is no GGUF file: it does not begin with the letters GGUF."));
        m_header.version = m_reader.number<quint32>();
        if (m_reader.ok() && (m_header.version & 0xffff) == 0)
            m_reader.fail(Error::Code::Invalid, GgufText::tr("This GGUF file is for big-endian computers. Import the "
                                                             "little-endian file of the same model."));
        else if (m_reader.ok() && m_header.version < kOldest)
            m_reader.fail(Error::Code::Invalid, GgufText::tr("This is GGUF version %1 of 2023, which llama.cpp no "
                                                             "longer loads. Download a newer file of the model.")
                                                    .arg(m_header.version));
        else if (m_header.version > kNewest)
            m_reader.fail(Error::Code::TooNew,
                          GgufText::tr("This is GGUF version %1; versions %2 and %3 can be read. A newer release of "
                                       "this program may.")
                              .arg(m_header.version)
                              .arg(kOldest)
                              .arg(kNewest));
        m_tensors = m_reader.number<quint64>();
        m_keys = m_reader.number<quint64>();
        if (m_tensors > kGgufTensors)
            tooMuch(GgufText::tr("The file claims to hold %1 tensors; it is damaged.").arg(m_tensors));
        if (m_keys > kGgufKeys)
            tooMuch(GgufText::tr("The file claims to hold %1 keys; it is damaged.").arg(m_keys));
    }

    QByteArray readName(quint64 most)
    {
        const auto length = m_reader.number<quint64>();
        if (length > most)
            tooMuch(GgufText::tr("A name in the header is %1 bytes long; the file is damaged.").arg(length));
        return m_reader.text(std::min(length, most));
    }

    void readKey()
    {
        const QByteArray key = readName(kGgufKeyBytes);
        const auto type = m_reader.number<quint32>();
        if (m_reader.ok() && m_header.values.contains(key))
            damaged(GgufText::tr("The key \"%1\" stands twice in the header; the file is damaged.").arg(shown(key)));
        const GgufValue value = readValue(key, type);
        if (m_reader.ok())
            m_header.values.insert(key, value);
    }

    GgufValue readValue(const QByteArray &key, quint32 type)
    {
        if (type > quint32(ValueType::F64)) {
            damaged(GgufText::tr("The key \"%1\" is of the unknown kind %2; the file is damaged, or newer than this "
                                 "program.")
                        .arg(shown(key))
                        .arg(type));
            return {};
        }
        switch (ValueType(type)) {
        case ValueType::Text: return readText(key);
        case ValueType::Array: return readArray(key);
        case ValueType::F32: return double(m_reader.number<float>());
        case ValueType::F64: return m_reader.number<double>();
        default: return readInteger(ValueType(type));
        }
    }

    qint64 readInteger(ValueType type)
    {
        switch (type) {
        case ValueType::U8:
        case ValueType::Bool: return m_reader.number<quint8>();
        case ValueType::I8: return m_reader.number<qint8>();
        case ValueType::U16: return m_reader.number<quint16>();
        case ValueType::I16: return m_reader.number<qint16>();
        case ValueType::U32: return m_reader.number<quint32>();
        case ValueType::I32: return m_reader.number<qint32>();
        case ValueType::I64: return m_reader.number<qint64>();
        default: break;
        }
        constexpr auto most = quint64(std::numeric_limits<qint64>::max()); // seeds use all bits, sizes do not
        return qint64(std::min(m_reader.number<quint64>(), most));
    }

    void checkText(const QByteArray &key, quint64 length)
    {
        if (length > kGgufTextBytes)
            tooMuch(GgufText::tr("A text of the key \"%1\" is %2 bytes long; the file is damaged.")
                        .arg(shown(key))
                        .arg(length));
    }

    QString readText(const QByteArray &key)
    {
        const auto length = m_reader.number<quint64>();
        checkText(key, length);
        if (length <= kHeldText)
            return QString::fromUtf8(m_reader.text(length));
        m_reader.skip(length);
        return {};
    }

    GgufArray readArray(const QByteArray &key)
    {
        const auto type = m_reader.number<quint32>();
        const auto count = m_reader.number<quint64>();
        if (m_reader.ok() && (type > quint32(ValueType::F64) || ValueType(type) == ValueType::Array))
            damaged(GgufText::tr("The key \"%1\" is an array of the kind %2, which no model has; the file is damaged.")
                        .arg(shown(key))
                        .arg(type));
        m_items += std::min(count, kGgufArrayItems + 1);
        if (m_items > kGgufArrayItems)
            tooMuch(GgufText::tr("The key \"%1\" claims to hold %2 items; the file is damaged.")
                        .arg(shown(key))
                        .arg(count));
        GgufArray array;
        array.count = qint64(std::min(count, kGgufArrayItems));
        const bool isReal = ValueType(type) == ValueType::F32 || ValueType(type) == ValueType::F64;
        if (!m_reader.ok())
            return array;
        if (ValueType(type) == ValueType::Text) {
            for (quint64 i = 0; i < count && m_reader.ok(); ++i) {
                const auto length = m_reader.number<quint64>();
                checkText(key, length);
                m_reader.skip(length);
            }
        } else if (isReal || count > kHeldNumbers || m_held + count > kAllHeldNumbers) {
            m_reader.skip(count * quint64(sizeOf(ValueType(type))));
        } else {
            m_held += count;
            for (quint64 i = 0; i < count && m_reader.ok(); ++i)
                array.numbers.push_back(readInteger(ValueType(type)));
        }
        return array;
    }

    void readAlignment()
    {
        if (!m_header.values.contains("general.alignment"))
            return;
        const qint64 stated = m_header.integer("general.alignment").value_or(0);
        if (stated < 8 || quint64(stated) > kMostAlignment || stated % 8 != 0)
            damaged(GgufText::tr("The key \"general.alignment\" is no multiple of 8 bytes; the file is damaged."));
        else
            m_alignment = quint64(stated);
    }

    void readTensor()
    {
        GgufTensor tensor;
        tensor.name = readName(kGgufKeyBytes);
        const auto dimensions = m_reader.number<quint32>();
        if (dimensions > tensor.sizes.size())
            damaged(GgufText::tr("The tensor \"%1\" has %2 dimensions; the file is damaged.")
                        .arg(shown(tensor.name))
                        .arg(dimensions));
        tensor.elements = 1;
        for (quint32 i = 0; i < dimensions && m_reader.ok(); ++i)
            readSize(tensor, i);
        const auto type = m_reader.number<quint32>();
        const auto offset = m_reader.number<quint64>();
        if (!m_reader.ok())
            return;
        if (m_names.contains(tensor.name))
            damaged(GgufText::tr("The tensor \"%1\" stands twice in the header; the file is damaged.")
                        .arg(shown(tensor.name)));
        if (offset % m_alignment != 0 || offset > quint64(std::numeric_limits<qint64>::max()))
            damaged(GgufText::tr("The tensor \"%1\" lies at an impossible place; the file is damaged.")
                        .arg(shown(tensor.name)));
        measure(tensor, type);
        m_names.insert(tensor.name);
        if (m_reader.ok())
            m_header.tensors.push_back(std::move(tensor));
    }

    void readSize(GgufTensor &tensor, quint32 dimension)
    {
        const auto size = m_reader.number<quint64>();
        if (!m_reader.ok())
            return;
        if (size == 0 || size > quint64(kMostElements) || qint64(size) > kMostElements / tensor.elements) {
            damaged(GgufText::tr("The tensor \"%1\" is of an impossible size; the file is damaged.")
                        .arg(shown(tensor.name)));
            return;
        }
        tensor.sizes[dimension] = qint64(size);
        tensor.elements *= qint64(size);
    }

    void measure(GgufTensor &tensor, quint32 type)
    {
        tensor.type = ggufType(type);
        if (!tensor.type) {
            m_reader.fail(Error::Code::TooNew, GgufText::tr("The tensor \"%1\" is of type %2, which this program does "
                                                            "not know. Import another quantization of the model.")
                                                   .arg(shown(tensor.name))
                                                   .arg(type));
            return;
        }
        if (tensor.sizes[0] % tensor.type->block != 0)
            damaged(GgufText::tr("The rows of the tensor \"%1\" are no multiple of %2, as %3 needs them; the file is "
                                 "damaged.")
                        .arg(shown(tensor.name))
                        .arg(tensor.type->block)
                        .arg(QLatin1String(tensor.type->name)));
        tensor.bytes = Bytes(tensor.elements / tensor.type->block * tensor.type->bytes);
        m_elements += tensor.elements;
        if (m_elements > kMostElements)
            damaged(GgufText::tr("The tensors are of an impossible size together; the file is damaged."));
    }

    GgufReader m_reader;
    GgufHeader m_header;
    quint64 m_tensors = 0;
    quint64 m_keys = 0;
    quint64 m_alignment = kAlignment;
    quint64 m_items = 0;
    quint64 m_held = 0;
    qint64 m_elements = 0;
    QSet<QByteArray> m_names;
};

} // namespace

std::optional<qint64> GgufHeader::integer(const QByteArray &key) const
{
    const auto found = values.constFind(key);
    const qint64 *number = found == values.constEnd() ? nullptr : std::get_if<qint64>(&found.value());
    return number ? std::optional(*number) : std::nullopt;
}

QString GgufHeader::text(const QByteArray &key) const
{
    const auto found = values.constFind(key);
    const QString *held = found == values.constEnd() ? nullptr : std::get_if<QString>(&found.value());
    return held ? *held : QString();
}

const GgufArray *GgufHeader::array(const QByteArray &key) const
{
    const auto found = values.constFind(key);
    return found == values.constEnd() ? nullptr : std::get_if<GgufArray>(&found.value());
}

const GgufTensor *GgufHeader::tensor(const QByteArray &name) const
{
    const auto found = std::ranges::find(tensors, name, &GgufTensor::name);
    return found == tensors.end() ? nullptr : &*found;
}

Result<GgufHeader> readGgufHeader(QIODevice &in)
{
    return HeaderReading(in).header();
}

} // namespace rigwright
