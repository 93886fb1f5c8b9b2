package io.bellwether.probe.statuspage.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text in the encoding they are in, which is not always the one they are said to be in. A byte order mark decides,
 * then the zero bytes that JSON and XML have in UTF-16 (RFC 4627, 3), then whether they are UTF-8; only then what the header or the
 * XML declaration says.
 */
final class BodyText {

    private static final Pattern CHARSET =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final int DECLARATION = 200;

    private BodyText() {}

    static String of(byte[] bytes, @Nullable String contentType) throws Unreadable {
        for (Charset charset : candidates(bytes, String.valueOf(contentType))) {
            String text = decoded(bytes, charset);
            if (text != null) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        }
        throw new Unreadable("is no text in the encoding it says or in UTF-8");
    }

    private static List<Charset> candidates(byte[] bytes, String contentType) {
        int first = bytes.length < 2 ? -1 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        if (first == 0xfeff || (first > 0 && first < 0x100)) {
            return List.of(StandardCharsets.UTF_16BE);
        }
        if (first == 0xfffe || (first > 0 && (first & 0xff) == 0)) {
            return List.of(StandardCharsets.UTF_16LE);
        }
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
        String declaration = start.startsWith("<?xml") ? start.substring(0, start.indexOf('>') + 1) : "";
        return Stream.concat(
                        Stream.of(StandardCharsets.UTF_8),
                        Stream.of(contentType, declaration).flatMap(BodyText::named))
                .toList();
    }

    private static Stream<Charset> named(String text) {
        Matcher charset = CHARSET.matcher(text);
        try {
            return charset.find() ? Stream.of(Charset.forName(charset.group(1))) : Stream.empty();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
