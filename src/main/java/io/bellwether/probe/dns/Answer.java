package io.bellwether.probe.dns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/**
 * One record of an answer.
 *
 * @param shown its data as people write it in a zone file; of a text the text alone
 * @param canonical equal for data that DNS takes for equal, however it is written (RFC 4034, 6.2): names without regard to
 *     case, addresses in any notation, a text however it is cut into strings
 */
record Answer(String shown, String canonical) {

    static Answer of(Record record) {
        if (record instanceof TXTRecord text) {
            String whole = text(text);
            return new Answer(whole, whole);
        }
        return new Answer(record.rdataToString(), HexFormat.of().formatHex(record.rdataToWireCanonical()));
    }

    /**
     * What somebody expects, as it would stand in a zone file; names are absolute with or without the dot at their end.
     *
     * @throws IOException when it is no data of this type
     */
    static Answer expected(RecordType type, String text) throws IOException {
        if (type == RecordType.TXT) {
            return new Answer(text, text);
        }
        return of(Record.fromString(Name.root, type.number(), DClass.IN, 0, text, Name.root));
    }

    private static String text(TXTRecord text) {
        List<byte[]> strings = text.getStringsAsByteArrays();
        return strings.stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
