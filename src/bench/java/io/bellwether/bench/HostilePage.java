package io.bellwether.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/**
 * An answer of a server whose maker wishes us ill.
 *
 * @param name what it is full of
 * @param answer head and body as they go over the wire, each character a byte
 */
record HostilePage(String name, String answer) {

    private static final int PAGE = 1 << 20;

    /** As long as a line of a head may be. */
    private static final int LINE = 15 * 1024;

    static List<HostilePage> all() throws IOException {
        String policies = "Content-Security-Policy: ";
        return List.of(
                page("10 MB of Content-Security-Policy", policies + many(10 << 20, HostilePage::source) + "\r\n", ""),
                page(
                        "the longest Content-Security-Policy that is read",
                        (policies + "script-src " + many(LINE, HostilePage::source) + "\r\n").repeat(2),
                        ""),
                page(
                        "a Content-Security-Policy of nothing but directives",
                        (policies + many(LINE, number -> "d" + number + " *;") + "\r\n").repeat(2),
                        ""),
                page("100,000 cookies", "Set-Cookie: a=b; Path=/\r\n".repeat(100_000), ""),
                page(
                        "190 cookies full of attributes",
                        ("Set-Cookie: a=b" + ";x=y".repeat(LINE / 4) + "\r\n").repeat(190),
                        ""),
                page(
                        "the longest cookies that are read",
                        ("Set-Cookie: a=b" + ";x=y".repeat(LINE / 4) + "\r\n").repeat(16),
                        ""),
                page("1 MiB of nested elements", "", "<div>".repeat(PAGE / 5)),
                page("1 MiB of entities that expand one another", "", entities()),
                page("1 MiB of character references", "", "<script src=\"" + "&amp;&#x41;".repeat(PAGE / 11) + "\">"),
                page("1 MiB of scripts", "", "<script src=//a.example/b></script>".repeat(PAGE / 35)),
                page(
                        "1 MiB of policies in meta elements",
                        "",
                        ("<meta http-equiv=content-security-policy content=\"script-src "
                                        + many(7_900, HostilePage::source) + "\">")
                                .repeat(PAGE / 8_000)),
                page("1 MiB of unfinished meta elements", "", "<meta ".repeat(PAGE / 6)),
                page("1 MiB of unfinished comments", "", "<!--".repeat(PAGE / 4)),
                packed("100 MB of spaces, packed", 100 << 20));
    }

    private static String entities() {
        String definitions =
                many(4_096, number -> "<!ENTITY e%d \"%s\">".formatted(number + 1, ("&e" + number + ";").repeat(10)));
        return "<!DOCTYPE html [" + definitions + "]><meta name=referrer content=\"" + "&e9;".repeat(PAGE / 4) + "\">";
    }

    private static String source(int number) {
        return "h" + number + ".example ";
    }

    private static String many(int length, IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; text.length() < length; number++) {
            text.append(part.apply(number));
        }
        return text.substring(0, length);
    }

    private static HostilePage packed(String name, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.ISO_8859_1);
            for (int done = 0; done < size; done += spaces.length) {
                packing.write(spaces);
            }
        }
        return page(name, "Content-Encoding: gzip\r\n", bytes.toString(StandardCharsets.ISO_8859_1));
    }

    private static HostilePage page(String name, String headers, String body) {
        return new HostilePage(
                name,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: " + body.length()
                        + "\r\n" + headers + "\r\n" + body);
    }
}
