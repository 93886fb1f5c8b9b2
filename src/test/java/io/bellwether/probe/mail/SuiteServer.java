package io.bellwether.probe.mail;

import io.bellwether.TestNameServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A resolver that knows the zone data of one scenario of the RFC 7208 test suite, in the suite's own notation. */
final class SuiteServer {

    private static final int LARGEST_DATAGRAM = 1232;
    private static final int LONGEST_STRING = 255;
    private static final int MOST_ALIASES = 8;

    private final Map<String, List<?>> zone = new HashMap<>();

    SuiteServer(Map<?, ?> zoneData) {
        zoneData.forEach((name, entries) -> zone.put(key(String.valueOf(name)), (List<?>) entries));
    }

    TestNameServer start() throws IOException {
        return TestNameServer.start("127.0.0.1", 0, this::answers);
    }

    private List<byte[]> answers(Message query, boolean overTcp) throws IOException {
        Record question = query.getQuestion();
        Name name = question.getName();
        List<Record> found = new ArrayList<>();
        for (int aliases = 0; aliases < MOST_ALIASES; aliases++) {
            List<?> entries = zone.get(key(name));
            if (entries == null) {
                return List.of(reply(query, found.isEmpty() ? Rcode.NXDOMAIN : Rcode.NOERROR, found, overTcp));
            }
            if (has(entries, "CNAMELOOP")) {
                return List.of(reply(query, Rcode.SERVFAIL, List.of(), overTcp));
            }
            List<Record> own = records(name, entries, question.getType());
            if (own.isEmpty() && has(entries, "TIMEOUT")) {
                return List.of();
            }
            found.addAll(own);
            if (own.isEmpty() || own.getFirst().getType() != Type.CNAME) {
                break;
            }
            name = ((CNAMERecord) own.getFirst()).getTarget();
        }
        return List.of(reply(query, Rcode.NOERROR, found, overTcp));
    }

    private static byte[] reply(Message query, int code, List<Record> records, boolean overTcp) {
        byte[] whole = TestNameServer.reply(query, code, records.toArray(Record[]::new))
                .toWire();
        if (overTcp || whole.length <= LARGEST_DATAGRAM) {
            return whole;
        }
        Message truncated = TestNameServer.reply(query, code);
        truncated.getHeader().setFlag(Flags.TC);
        return truncated.toWire();
    }

    /** The suite's own rule: a name with SPF records and without TXT ones has the same as TXT. */
    private static List<Record> records(Name name, List<?> entries, int type) throws IOException {
        boolean mirrored = type == Type.TXT && !has(entries, "TXT");
        List<Record> records = new ArrayList<>();
        for (Object entry : entries) {
            Map.Entry<?, ?> only = ((Map<?, ?>) entry).entrySet().iterator().next();
            String kind = String.valueOf(only.getKey());
            boolean wanted = kind.equals(Type.string(type)) || (mirrored && kind.equals("SPF")) || kind.equals("CNAME");
            if (wanted && !"NONE".equals(only.getValue())) {
                records.add(record(name, kind, type, only.getValue()));
            }
        }
        return records;
    }

    private static Record record(Name name, String kind, int type, Object value) throws IOException {
        return switch (kind) {
            case "A" -> new ARecord(name, DClass.IN, 0, InetAddress.ofLiteral(String.valueOf(value)));
            case "AAAA" -> new AAAARecord(name, DClass.IN, 0, InetAddress.ofLiteral(String.valueOf(value)));
            case "PTR" -> new PTRRecord(name, DClass.IN, 0, absolute(String.valueOf(value)));
            case "CNAME" -> new CNAMERecord(name, DClass.IN, 0, absolute(String.valueOf(value)));
            case "MX" -> {
                List<?> parts = (List<?>) value;
                yield new MXRecord(
                        name, DClass.IN, 0, (Integer) parts.getFirst(), absolute(String.valueOf(parts.getLast())));
            }
            default -> texts(name, type, value);
        };
    }

    /** As bytes, because the suite has characters that no text may hold, and a record without any string. */
    private static Record texts(Name name, int type, Object value) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (Object string : value instanceof List<?> list ? list : List.of(value)) {
            byte[] all = String.valueOf(string).getBytes(StandardCharsets.ISO_8859_1);
            for (int from = 0; from < all.length; from += LONGEST_STRING) {
                int length = Math.min(LONGEST_STRING, all.length - from);
                data.write(length);
                data.write(all, from, length);
            }
        }
        return Record.newRecord(name, type, DClass.IN, 0, data.toByteArray());
    }

    private static Name absolute(String name) throws TextParseException {
        return name.isEmpty() ? Name.root : Name.fromString(name.replace("\\", "\\\\"), Name.root);
    }

    /** Without the escapes that a zone file would need. */
    private static String key(Name name) {
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < name.labels() - 1; i++) {
            byte[] label = name.getLabel(i);
            labels.append(i == 0 ? "" : ".").append(new String(label, 1, label[0], StandardCharsets.ISO_8859_1));
        }
        return key(labels.toString());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean has(List<?> entries, String kind) {
        return entries.stream().anyMatch(entry -> ((Map<?, ?>) entry).containsKey(kind));
    }
}
