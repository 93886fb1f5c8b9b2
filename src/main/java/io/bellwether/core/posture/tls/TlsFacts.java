package io.bellwether.core.posture.tls;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The looks at several addresses as one: what any of them shows counts against the host, and what is good must be shown by the
 * first, which was asked for everything.
 *
 * @param looks at least one
 * @param at when
 */
record TlsFacts(List<TlsLook> looks, Instant at) {

    static final List<String> UP_TO_1_2 =
            List.of(TlsAnswer.SSL_3, TlsAnswer.TLS_1_0, TlsAnswer.TLS_1_1, TlsAnswer.TLS_1_2);

    /** The oldest first. */
    static final List<String> VERSIONS =
            Stream.concat(UP_TO_1_2.stream(), Stream.of(TlsAnswer.TLS_1_3)).toList();

    TlsLook first() {
        return looks.getFirst();
    }

    /** Of one of {@link #VERSIONS}. A version counts that was chosen when something else was asked for. */
    Support version(String version) {
        if (supported().anyMatch(answer -> version.equals(answer.version()))) {
            return Support.SUPPORTED;
        }
        return state(first().versions(), version);
    }

    Support suiteClass(String name) {
        boolean anywhere = looks.stream().anyMatch(look -> state(look.classes(), name) == Support.SUPPORTED);
        return anywhere ? Support.SUPPORTED : state(first().classes(), name);
    }

    boolean supports(String version) {
        return version(version) == Support.SUPPORTED;
    }

    /** What the server has agreed to. */
    Stream<TlsAnswer> supported() {
        return looks.stream()
                .flatMap(look -> Stream.of(look.versions(), look.classes(), List.of(look.handshake()))
                        .flatMap(List::stream))
                .filter(answer -> answer.support() == Support.SUPPORTED);
    }

    /**
     * What it chose from a modern client's whole offer; what its best version is decides, as no client asks for less. Some hellos
     * offer RC4 and blocks of 64 bits besides: where that was chosen the modern client's own choice is another, if it is known.
     */
    List<Suite> preferred() {
        Stream<TlsAnswer> offers = looks.stream()
                .flatMap(look -> Stream.concat(look.versions().stream(), Stream.of(look.handshake())))
                .filter(answer -> answer.support() == Support.SUPPORTED);
        String best =
                VERSIONS.reversed().stream().filter(this::supports).findFirst().orElse("");
        List<Suite> chosen = suites(offers.filter(answer -> best.equals(answer.version())));
        List<Suite> modern = chosen.stream()
                .filter(suite -> !suite.rc4() && !suite.shortBlock())
                .toList();
        return modern.isEmpty() ? chosen : modern;
    }

    List<Suite> suites() {
        return suites(supported());
    }

    List<TlsChain> chains() {
        return looks.stream().map(TlsLook::chain).filter(Objects::nonNull).toList();
    }

    /** Of the first address; null when none was seen there. */
    @Nullable TlsChain chain() {
        return first().chain();
    }

    /** Whether everything older than TLS 1.3 is known to be refused. */
    boolean newestOnly() {
        return supports(TlsAnswer.TLS_1_3)
                && UP_TO_1_2.stream().allMatch(version -> version(version) == Support.NOT_SUPPORTED);
    }

    static List<Suite> suites(Stream<TlsAnswer> answers) {
        return answers.map(TlsAnswer::suite)
                .filter(Objects::nonNull)
                .distinct()
                .map(Suite::new)
                .toList();
    }

    private static Support state(List<TlsAnswer> answers, String offer) {
        return answers.stream()
                .filter(answer -> answer.offer().equals(offer))
                .map(TlsAnswer::support)
                .findFirst()
                .orElse(Support.UNKNOWN);
    }
}
