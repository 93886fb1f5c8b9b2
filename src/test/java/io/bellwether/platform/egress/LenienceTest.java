package io.bellwether.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.Cause;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers put up with is no outage. */
class LenienceTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n";

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Content-Length: 2\r\nContent-Length: 2", "Content-Length: 2, 2"})
    void aLengthThatIsSaidTwiceIsTakenForSaidOnce(String lengths) throws Exception {
        try (Peer peer = Peer.answering("HTTP/1.1 200 OK\r\n" + lengths + "\r\n\r\nok, and more")) {
            WireResponse response = get(peer, "/");

            assertThat(response.text()).isEqualTo("ok");
            assertThat(response.header("Content-Length")).isEqualTo("2");
        }
    }

    @Test
    void readsAsManyHeadersAsItSays() throws Exception {
        String most = OK + "X: 1\r\n".repeat(Http1Line.MAX_HEADERS - 1);
        try (Peer enough = Peer.answering(most + "\r\n");
                Peer tooMany = Peer.answering(most + "X: 1\r\n\r\n")) {
            assertThat(get(enough, "/").status()).isEqualTo(200);
            assertThat(catchThrowableOfType(WireFailure.class, () -> get(tooMany, "/"))
                            .failureCause())
                    .isEqualTo(Cause.HEADERS_TOO_LARGE);
        }
    }

    @Test
    void aPageThatRedirectsToItselfWithACookieIsNoCircle() throws Exception {
        String asking = "HTTP/1.1 302 Found\r\nSet-Cookie: seen=1; Path=/\r\nLocation: /\r\n\r\n";
        try (Peer peer = Peer.that(
                (in, out) -> write(out, Peer.head(in).contains("Cookie: seen=1\r\n") ? OK + "\r\n" : asking))) {
            WireResponse response =
                    Loopback.wire().exchange(WireRequest.get(peer.uri("/")), new CookieManager(), Loopback.in5());

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.redirects()).hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "?q=1, /old/page?q=1",
        "../../new, /new",
        "/a/./b/../c, /a/c",
        "a[1], /old/a%5B1%5D",
        "?a[1]=[2], /old/page?a%5B1%5D=%5B2%5D"
    })
    void followsRedirectsToWhereBrowsersGo(String location, String target) throws Exception {
        try (Peer peer = Peer.that((in, out) -> write(
                out,
                Peer.target(Peer.head(in)).equals("/old/page")
                        ? "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n\r\n"
                        : OK + "\r\n"))) {
            assertThat(get(peer, "/old/page").uri()).isEqualTo(peer.uri(target));
        }
    }

    private static WireResponse get(Peer peer, String path) throws WireFailure {
        return Loopback.wire().exchange(WireRequest.get(peer.uri(path)), Loopback.in5());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
