package io.bellwether.probe.dns;

import static io.bellwether.TestNameServer.records;
import static io.bellwether.TestNameServer.reply;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A resolver's view of a small world: a signed root, the signed zone {@code example} below it, and {@code plain}, which is
 * proven not to be signed.
 */
final class SignedWorld {

    private record Signer(DNSKEYRecord key, KeyPair pair) {

        static Signer of(String zone) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                KeyPair pair = generator.generateKeyPair();
                int zoneKeyAndEntryPoint = 257;
                return new Signer(
                        new DNSKEYRecord(
                                Name.fromConstantString(zone),
                                DClass.IN,
                                300,
                                zoneKeyAndEntryPoint,
                                DNSKEYRecord.Protocol.DNSSEC,
                                DNSSEC.Algorithm.ECDSAP256SHA256,
                                pair.getPublic()),
                        pair);
            } catch (GeneralSecurityException | DNSSEC.DNSSECException e) {
                throw new IllegalStateException(e);
            }
        }

        DSRecord delegation() {
            return new DSRecord(key.getName(), DClass.IN, 300, DNSSEC.Digest.SHA256, key);
        }
    }

    private record Asked(String name, int type) {}

    private final Signer root = Signer.of(".");
    private final Signer example = Signer.of("example.");
    private final Instant now;
    private final Map<Asked, List<Record>> answers = new HashMap<>();
    private final Map<Asked, List<Record>> denials = new HashMap<>();
    private boolean dropsSignatures;

    SignedWorld(Instant now) {
        this.now = now;
        Record soa = records(". SOA ns. root. 1 1 1 1 1")[0];
        sign(root, root.key());
        sign(root, soa);
        sign(root, example.delegation());
        sign(example, example.key());
        sign(example, records("example. SOA ns.example. root.example. 1 1 1 1 1")[0]);
        sign(example, records("www.example. A 192.0.2.1")[0]);
        answers.put(new Asked("www.plain", Type.A), List.of(records("www.plain. A 192.0.2.2")));
        Record unsigned = new NSECRecord(
                Name.fromConstantString("plain."), DClass.IN, 300, Name.root, new int[] {Type.NS, Type.RRSIG, Type.NSEC
                });
        denials.put(new Asked("plain", Type.DS), signed(root, unsigned, now.plus(Duration.ofDays(1))));
        denials.get(new Asked("plain", Type.DS)).addAll(answers.get(new Asked(".", Type.SOA)));
    }

    /** The root's key, as an operator would trust it. */
    byte[] anchor() {
        return (root.delegation() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    void forge() {
        List<Record> signed = answers.get(new Asked("www.example", Type.A));
        signed.set(0, records("www.example. A 198.51.100.66")[0]);
    }

    void expire() {
        Record address = records("www.example. A 192.0.2.1")[0];
        answers.put(new Asked("www.example", Type.A), signed(example, address, now.minusSeconds(1)));
    }

    void changeKeyWithoutTellingTheRoot() {
        Signer other = Signer.of("example.");
        sign(other, other.key());
        sign(other, records("www.example. A 192.0.2.1")[0]);
    }

    void loseTheKeys() {
        answers.remove(new Asked("example", Type.DNSKEY));
    }

    /** As a resolver in a home router may. */
    void dropSignatures() {
        dropsSignatures = true;
    }

    List<byte[]> resolve(Message query, boolean overTcp) {
        Record question = query.getQuestion();
        Asked asked = new Asked(
                question.getName().equals(Name.root) ? "." : question.getName().toString(true), question.getType());
        boolean known = answers.containsKey(asked) || denials.containsKey(asked);
        Message answer = reply(query, known ? Rcode.NOERROR : Rcode.SERVFAIL);
        add(answer, answers.getOrDefault(asked, List.of()), Section.ANSWER);
        add(answer, denials.getOrDefault(asked, List.of()), Section.AUTHORITY);
        return List.of(answer.toWire());
    }

    private void add(Message answer, List<Record> records, int section) {
        records.stream()
                .filter(record -> !dropsSignatures || record.getType() != Type.RRSIG)
                .forEach(record -> answer.addRecord(record, section));
    }

    private void sign(Signer signer, Record record) {
        String name =
                record.getName().equals(Name.root) ? "." : record.getName().toString(true);
        answers.put(new Asked(name, record.getType()), signed(signer, record, now.plus(Duration.ofDays(1))));
    }

    private List<Record> signed(Signer signer, Record record, Instant until) {
        try {
            Record signature = DNSSEC.sign(
                    new RRset(record), signer.key(), signer.pair().getPrivate(), now.minus(Duration.ofDays(1)), until);
            return new ArrayList<>(List.of(record, signature));
        } catch (DNSSEC.DNSSECException e) {
            throw new IllegalStateException(e);
        }
    }
}
