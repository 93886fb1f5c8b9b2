package io.bellwether.fact.finance.sheet;

import io.bellwether.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of a ZIP file by name, unpacked no further than a bound: an archive of a kilobyte can hold a gigabyte. Read by its
 * directory: writers that do not know the size of a part beforehand leave it out in front of the part, and some in a form that
 * the JDK's stream does not take.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 4.3</a>
 */
final class Archive {

    static final int MOST_UNPACKED = 8 * 1024 * 1024;
    static final int MOST_PARTS = 500;

    private static final int OLD_EXCEL = 0xE011CFD0;
    private static final int END = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_LENGTH = 46;
    private static final int PART = 0x04034B50;
    private static final int PART_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer bytes;
    private final Map<String, byte[]> parts = new HashMap<>();
    private int room = MOST_UNPACKED;

    private Archive(byte[] body) {
        this.bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws Problem 400 */
    static Archive unpack(byte[] body) {
        Archive archive = new Archive(body);
        try {
            if (archive.bytes.getInt(0) == OLD_EXCEL) {
                throw Problem.badRequest(
                        "The workbook has a password or is an old .xls; save it as .xlsx without a password.");
            }
            archive.unpack();
        } catch (IOException | IndexOutOfBoundsException e) {
            throw broken();
        }
        return archive;
    }

    /** @throws Problem 400 when there is no such part */
    byte[] require(String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw broken();
        }
        return part;
    }

    static Problem broken() {
        return Problem.badRequest(
                "The body is no XLSX workbook, or a broken one; save it again as .xlsx and send the file as it is.");
    }

    private void unpack() throws IOException {
        int end = end();
        int count = bytes.getChar(end + 10);
        int entry = bytes.getInt(end + 16);
        for (int i = 0; i < count; i++) {
            expect(ENTRY, entry);
            int nameLength = bytes.getChar(entry + 28);
            byte[] name = new byte[nameLength];
            bytes.get(entry + ENTRY_LENGTH, name);
            byte[] part = part(entry);
            room -= part.length;
            if (room < 0 || i == MOST_PARTS) {
                throw Problem.badRequest("The workbook is larger than " + MOST_UNPACKED
                        + " bytes unpacked or has more than " + MOST_PARTS
                        + " parts; send one with the statements alone.");
            }
            if (parts.put(new String(name, StandardCharsets.UTF_8), part) != null) {
                throw broken();
            }
            entry += ENTRY_LENGTH + nameLength + bytes.getChar(entry + 30) + bytes.getChar(entry + 32);
        }
    }

    /** Where the record stands that ends the archive; only a comment may follow it. */
    private int end() {
        int place = bytes.capacity() - END_LENGTH;
        while (bytes.getInt(place) != END) {
            place--;
        }
        return place;
    }

    /** At most a byte more than there is room for. */
    private byte[] part(int entry) throws IOException {
        int start = bytes.getInt(entry + 42);
        expect(PART, start);
        int data = start + PART_LENGTH + bytes.getChar(start + 26) + bytes.getChar(start + 28);
        byte[] packed = new byte[Objects.checkIndex(bytes.getInt(entry + 20), bytes.capacity())];
        bytes.get(data, packed);
        byte[] part = switch (bytes.getChar(entry + 10)) {
            case STORED -> packed;
            case DEFLATED -> inflated(packed);
            default -> throw broken();
        };
        CRC32 sum = new CRC32();
        sum.update(part);
        if (part.length <= room && (int) sum.getValue() != bytes.getInt(entry + 16)) {
            throw broken();
        }
        return part;
    }

    private byte[] inflated(byte[] packed) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream unpacked = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            return unpacked.readNBytes(room + 1);
        } finally {
            inflater.end();
        }
    }

    private void expect(int signature, int place) {
        if (bytes.getInt(place) != signature) {
            throw broken();
        }
    }
}
