package io.bellwether.probe.http;

import static io.bellwether.probe.http.Stage.OK;
import static io.bellwether.probe.http.Stage.answer;
import static io.bellwether.probe.http.Stage.byPath;
import static io.bellwether.probe.http.Stage.listeningFor;
import static io.bellwether.probe.http.Stage.pause;
import static io.bellwether.probe.http.Stage.redirect;
import static io.bellwether.probe.http.Stage.request;
import static io.bellwether.probe.http.Stage.saying;
import static io.bellwether.probe.http.Stage.write;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Peer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers that lead elsewhere. */
final class RedirectTrials {

    private static final String BAD = answer("400 Bad Request", "what?");

    private RedirectTrials() {}

    static Stream<Trial> on(Stage stage) {
        return Stream.of(chains(stage), places(stage), methods(stage), cookies(stage), limits(stage))
                .flatMap(trials -> trials);
    }

    private static Stream<Trial> chains(Stage stage) {
        return Stream.of(
                Trial.of("redirect", stage.that(byPath(chain(1)))),
                Trial.of("3 redirects", stage.that(byPath(chain(3)))),
                Trial.of("10 redirects", stage.that(byPath(chain(10)))),
                Trial.of("11 redirects", stage.that(byPath(chain(11)))).down(Cause.TOO_MANY_REDIRECTS),
                Trial.of("redirects in a circle", stage.that(byPath(Map.of("/", redirect("/1"), "/1", redirect("/")))))
                        .down(Cause.TOO_MANY_REDIRECTS),
                Trial.of("redirect to nowhere", stage.answering(answer("302 Found", "lost")))
                        .down(Cause.UNEXPECTED_STATUS),
                Trial.of("redirect, expected and not followed", stage.answering(redirect("/b")))
                        .ours("followRedirects", false, "expectStatus", List.of("302"))
                        .theirs("follow_redirects", false, "valid_status_codes", List.of(302)),
                Trial.of("redirect whose own body never comes", stage.that((in, out) -> {
                            boolean first = Peer.target(request(in)).equals("/");
                            write(out, first ? redirect("/b").replace("Length: 0", "Length: 9") : OK);
                            pause(first ? 2_000 : 0);
                        }))
                        .within(Duration.ofSeconds(1))
                        .onlyWeAreContent("Nobody reads the body of a redirect that is followed."));
    }

    private static Stream<Trial> places(Stage stage) {
        String plain = stage.answering(OK);
        Peer.Manners downgrading = saying(redirect(plain));
        return Stream.of(
                leading(stage, "redirect to a relative address", "c/d", "/a/c/d"),
                leading(stage, "redirect beyond the root", "../../../c", "/c"),
                leading(stage, "redirect to another query", "?page=2", "/a/b\\?page=2"),
                leading(stage, "redirect to brackets", "/c[1]", "/c(\\[1]|%5B1%5D)"),
                leading(stage, "redirect with a blank in its query", "/c?q=a b", "/c\\?q=a%20b")
                        .onlyWeAreContent("Like a browser we write it as %20; blackbox_exporter sends the blank, which"
                                + " breaks the request."),
                Trial.of("redirect to https", stage.answering(redirect(stage.secure(stage.good())))),
                Trial.of(
                        "redirect from https to http",
                        stage.secure(stage.good().serverContext(), _ -> {}, downgrading)));
    }

    private static Stream<Trial> methods(Stage stage) {
        String see = stage.that((in, out) -> {
            String head = request(in);
            boolean post = head.startsWith("POST / ");
            write(out, post ? redirect("/b").replace("302", "303") : head.startsWith("GET /b ") ? OK : BAD);
        });
        String again = stage.that((in, out) -> {
            String head = request(in);
            boolean whole = head.startsWith("POST /b ") && head.contains("Content-Length: 5\r\n");
            write(out, head.startsWith("POST / ") ? redirect("/b").replace("302", "307") : whole ? OK : BAD);
        });
        return Stream.of(Trial.of("303 after POST", see), Trial.of("307 after POST", again))
                .map(trial -> trial.ours("method", "POST", "body", "hello").theirs("method", "POST", "body", "hello"));
    }

    private static Stream<Trial> cookies(Stage stage) {
        String asking = answer("302 Found", "", "Location: /", "Set-Cookie: seen=1; Path=/");
        String page = stage.that(listeningFor("Cookie: seen=1\r\n", OK, asking));
        String locked =
                stage.that(listeningFor("Authorization: Basic dTpw\r\n", OK, answer("401 Unauthorized", "who?")));
        String leaking = stage.answering(redirect(locked.replace("127.0.0.1", "localhost")));
        return Stream.of(
                Trial.of("redirect to itself with a cookie", page).ours("cookies", true),
                Trial.of("redirect to itself with a cookie, by default", page)
                        .onlyTheyAreContent(
                                Outcome.DOWN,
                                Cause.TOO_MANY_REDIRECTS,
                                "Cookies are sent back only where cookies is true: a check is a first visit unless it"
                                        + " says otherwise."),
                Trial.of("redirect to another origin with a password", leaking)
                        .ours("auth", Map.of("basic", Map.of("username", "u", "password", "p")))
                        .theirs("basic_auth", Map.of("username", "u", "password", "p"))
                        .onlyTheyAreContent(
                                Outcome.DOWN,
                                Cause.UNEXPECTED_STATUS,
                                "Credentials are for the origin of the probe's URL only; whoever can redirect would"
                                        + " learn them."));
    }

    private static Stream<Trial> limits(Stage stage) {
        String inside = stage.on("127.0.0.2", saying(OK));
        String named = stage.answering(OK).replace("//", "//somebody@");
        return Stream.of(
                Trial.of("redirect to a private address", stage.answering(redirect(inside)))
                        .onlyTheyAreContent(
                                Outcome.UNKNOWN,
                                Cause.EGRESS_REFUSED,
                                "A vendor must not be able to lead a probe into your network."),
                Trial.of("redirect that names a user", stage.answering(redirect(named)))
                        .onlyTheyAreContent(
                                Outcome.UNKNOWN,
                                Cause.EGRESS_REFUSED,
                                "Programs disagree on which host such an address means, which is how guards are got"
                                        + " around."),
                Trial.of("redirect to a file", stage.answering(redirect("file:///etc/passwd")))
                        .onlyTheyBlame(
                                Cause.EGRESS_REFUSED,
                                "Neither follows it. For us it is a rule of ours that ends the check."));
    }

    private static Trial leading(Stage stage, String name, String location, String target) {
        String server = stage.that((in, out) -> {
            String asked = Peer.target(request(in));
            write(out, asked.equals("/a/b") ? redirect(location) : asked.matches(target) ? OK : BAD);
        });
        return Trial.of(name, server + "a/b");
    }

    private static Map<String, String> chain(int hops) {
        Map<String, String> answers = new HashMap<>();
        for (int i = 0; i < hops; i++) {
            answers.put(i == 0 ? "/" : "/" + i, redirect("/" + (i + 1)));
        }
        return answers;
    }
}
