package io.bellwether.platform.hello;

import io.bellwether.platform.hello.ServerFlight.End;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the messages of a server have told so far. */
final class Answer {

    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;
    private static final int SERVER_KEY_EXCHANGE = 12;
    private static final int SERVER_HELLO_DONE = 14;
    private static final int CERTIFICATE_STATUS = 22;

    private static final int APPLICATION_PROTOCOLS = 16;
    private static final int SIGNED_TIMESTAMPS = 18;
    private static final int EXTENDED_MASTER_SECRET = 23;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;
    private static final int RENEGOTIATION_INFO = 0xff01;

    private static final int NAMED_CURVE = 3;
    private static final int MOST_CERTIFICATES = 20;

    private final List<byte[]> certificates = new ArrayList<>();
    private @Nullable Integer version;
    private @Nullable Integer suite;
    private @Nullable Integer group;
    private @Nullable Integer keyBits;
    private @Nullable String protocol;
    private boolean stapled;
    private int timestamps;
    private boolean extendedMasterSecret;
    private boolean secureRenegotiation;
    private boolean done;

    /** Whether it is the client's turn. */
    boolean complete() {
        return done;
    }

    void take(int type, Cursor body) throws Malformed {
        if (version == null && type != SERVER_HELLO) {
            throw new Malformed("it does not begin with a hello");
        }
        switch (type) {
            case SERVER_HELLO -> hello(body);
            case CERTIFICATE -> certificates(body);
            case CERTIFICATE_STATUS -> stapled = body.left() > 4 && body.u8() == 1;
            case SERVER_KEY_EXCHANGE -> key(body);
            case SERVER_HELLO_DONE -> done = true;
            default -> {
                // Such as a request for a certificate of ours.
            }
        }
    }

    ServerFlight flight(End end, @Nullable String words, @Nullable Integer alert) {
        return new ServerFlight(
                end,
                words,
                version,
                suite,
                group,
                keyBits,
                certificates,
                stapled,
                timestamps,
                protocol,
                extendedMasterSecret,
                secureRenegotiation,
                alert);
    }

    private void hello(Cursor body) throws Malformed {
        if (version != null) {
            throw new Malformed("it says hello twice");
        }
        int chosen = body.u16();
        body.take(32);
        body.take(body.u8());
        int chosenSuite = body.u16();
        body.u8();
        version = chosen;
        suite = chosenSuite;
        if (body.hasMore()) {
            Cursor extensions = body.part(body.u16());
            while (extensions.hasMore()) {
                extension(extensions.u16(), extensions.part(extensions.u16()));
            }
        }
        // Whatever follows in TLS 1.3 is encrypted, or is waiting for a key of ours.
        done = version >= TlsVersion.TLS_1_3.number();
    }

    private void extension(int type, Cursor content) throws Malformed {
        switch (type) {
            case SUPPORTED_VERSIONS -> version = content.u16();
            case KEY_SHARE -> group = content.u16();
            case APPLICATION_PROTOCOLS -> protocol = protocol(content);
            case SIGNED_TIMESTAMPS -> timestamps = timestamps(content);
            case EXTENDED_MASTER_SECRET -> extendedMasterSecret = true;
            case RENEGOTIATION_INFO -> secureRenegotiation = true;
            default -> {
                // Nothing that we look at.
            }
        }
    }

    private static String protocol(Cursor content) throws Malformed {
        Cursor names = content.part(content.u16());
        return new String(names.take(names.u8()), StandardCharsets.ISO_8859_1);
    }

    private static int timestamps(Cursor content) throws Malformed {
        Cursor list = content.part(content.u16());
        int count = 0;
        while (list.hasMore()) {
            list.take(list.u16());
            count++;
        }
        return count;
    }

    private void certificates(Cursor body) throws Malformed {
        Cursor list = body.part(body.u24());
        while (list.hasMore()) {
            if (certificates.size() == MOST_CERTIFICATES) {
                throw new Malformed("it sends more than " + MOST_CERTIFICATES + " certificates");
            }
            certificates.add(list.take(list.u24()));
        }
    }

    private void key(Cursor body) throws Malformed {
        if (CipherSuites.name(suite == null ? 0 : suite).startsWith("TLS_ECDH")) {
            if (body.u8() == NAMED_CURVE) {
                group = body.u16();
            }
            return;
        }
        // A Diffie-Hellman prime or the modulus of an RSA key for export: the first vector of either.
        keyBits = bits(body.take(body.u16()));
    }

    private static int bits(byte[] number) {
        int first = 0;
        while (first < number.length && number[first] == 0) {
            first++;
        }
        return first == number.length
                ? 0
                : (number.length - first) * 8 - Integer.numberOfLeadingZeros(number[first] & 0xff) + 24;
    }
}
