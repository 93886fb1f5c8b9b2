package io.bellwether.probe.securitytxt;

import io.bellwether.core.Cause;
import io.bellwether.core.posture.securitytxt.SecurityTxt;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Answer;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Signature;
import io.bellwether.platform.egress.Redirect;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.BotWall;
import io.bellwether.probe.Inconclusive;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.courtesy.CourteousWire;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fetches the file from its place, or else from the one it had before there was a standard. */
@Singleton
class Collector {

    private static final List<String> PLACES = List.of("/.well-known/security.txt", "/security.txt");

    /** What answers instead of a file is often a whole page, and must be read to be told from one. */
    private static final int MAX_BODY = 1024 * 1024;

    private static final int MAX_KEYS = 128 * 1024;
    private static final int MOST_KEYS = 2;
    private static final int LONGEST_HEADER = 200;

    /** So much of what is no file is kept. */
    private static final int GLIMPSE = 200;

    private final CourteousWire wire;

    Collector(CourteousWire wire) {
        this.wire = wire;
    }

    /**
     * @param site the origin to ask
     * @throws Inconclusive when an answer tells neither the file nor its absence
     */
    SecurityTxtEvidence collect(String domain, URI site, ProbeContext context) throws WireFailure, Inconclusive {
        List<Answer> answers = new ArrayList<>();
        for (String place : PLACES) {
            URI asked = site.resolve(place);
            Answer answer = answer(asked, wire.exchange(request(asked, MAX_BODY), context.deadline()));
            answers.add(answer);
            if (answer.showsFile()) {
                break;
            }
        }
        Answer last = answers.getLast();
        Signature signature = last.showsFile() ? signature(last, context) : null;
        return new SecurityTxtEvidence(domain, context.startedAt(), null, answers, signature);
    }

    static Answer answer(URI asked, WireResponse response) throws Inconclusive {
        Optional<String> wall = BotWall.sign(response);
        if (wall.isPresent()) {
            throw new Inconclusive(Cause.BOT_WALL, "A wall against robots answered (" + wall.get() + ").");
        }
        switch (response.status()) {
            case 200, 204, 404, 410 -> {}
            default ->
                throw new Inconclusive(
                        Cause.UNEXPECTED_STATUS,
                        "Status " + response.status() + " from " + response.uri()
                                + " tells neither the file nor that there is none.");
        }
        byte[] bytes = response.body().bytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        Answer whole = answer(asked, response, bytes, cut(text, SecurityTxt.LONGEST));
        return whole.showsFile() ? whole : answer(asked, response, bytes, cut(text, GLIMPSE));
    }

    private static Answer answer(URI asked, WireResponse response, byte[] bytes, String text) {
        String type = response.header("Content-Type");
        return new Answer(
                asked.toString(),
                response.uri().toString(),
                response.redirects().stream()
                        .map(Redirect::from)
                        .map(URI::toString)
                        .toList(),
                response.status(),
                type == null ? null : cut(type, LONGEST_HEADER),
                bytes.length,
                isUtf8(bytes),
                text.replace('\0', ' '));
    }

    private @Nullable Signature signature(Answer file, ProbeContext context) {
        Cleartext cleartext = Cleartext.of(file.text());
        if (cleartext == null) {
            return null;
        }
        if (!file.utf8()) {
            return new Signature(
                    null, "the file is not in UTF-8, so its text cannot be read as it was signed.", null, null);
        }
        List<byte[]> keys = new ArrayList<>();
        SecurityTxt.parse(file.text()).values("encryption").stream()
                .flatMap(Collector::webAddress)
                .limit(MOST_KEYS)
                .forEach(address -> key(address, context).ifPresent(keys::add));
        return SignatureCheck.check(cleartext, keys);
    }

    private static Stream<URI> webAddress(String value) {
        try {
            URI uri = URI.create(value);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null ? Stream.of(uri) : Stream.empty();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /** A key that cannot be had is one we do not know. */
    private Optional<byte[]> key(URI address, ProbeContext context) {
        try {
            WireResponse response = wire.exchange(request(address, MAX_KEYS), context.deadline());
            return response.status() == 200 ? Optional.of(response.body().bytes()) : Optional.empty();
        } catch (WireFailure e) {
            return Optional.empty();
        }
    }

    private static WireRequest request(URI uri, int maxBody) {
        return WireRequest.get(uri).header("Accept", "text/plain, */*;q=0.5").maxBody(maxBody);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
