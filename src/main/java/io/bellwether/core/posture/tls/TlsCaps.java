package io.bellwether.core.posture.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The rules of the guide that allow no better letter, as far as they can be seen without an attack. */
final class TlsCaps {

    /**
     * @param why without a full stop
     */
    record Cap(String letter, String why) {}

    private final TlsFacts facts;
    private final List<Suite> suites;
    private final List<Cap> caps = new ArrayList<>();

    private TlsCaps(TlsFacts facts) {
        this.facts = facts;
        this.suites = facts.suites();
    }

    static List<Cap> of(TlsFacts facts) {
        TlsCaps rules = new TlsCaps(facts);
        rules.versions();
        rules.ciphers();
        rules.keys();
        rules.chains();
        return List.copyOf(rules.caps);
    }

    private void versions() {
        boolean ssl3 = facts.supports(TlsAnswer.SSL_3);
        boolean newerThanSsl3 =
                TlsFacts.VERSIONS.stream().skip(1).anyMatch(version -> facts.version(version) != Support.NOT_SUPPORTED);
        cap(ssl3 && !newerThanSsl3, "F", "SSL 3.0 is the best that is supported");
        cap(ssl3 && chained(TlsAnswer.SSL_3), "C", "SSL 3.0 with blocks can be read (POODLE)");
        cap(ssl3, "B", "SSL 3.0 is supported");
        boolean anything = TlsFacts.VERSIONS.stream().anyMatch(facts::supports);
        cap(
                anything
                        && facts.version(TlsAnswer.TLS_1_2) == Support.NOT_SUPPORTED
                        && facts.version(TlsAnswer.TLS_1_3) == Support.NOT_SUPPORTED,
                "C",
                "neither TLS 1.2 nor TLS 1.3 is supported");
        cap(facts.supports(TlsAnswer.TLS_1_0), "B", "TLS 1.0 is supported");
        cap(facts.supports(TlsAnswer.TLS_1_1), "B", "TLS 1.1 is supported");
    }

    private boolean chained(String version) {
        return facts.supported()
                .filter(answer -> version.equals(answer.version()))
                .map(TlsAnswer::suite)
                .anyMatch(suite -> suite != null && suite.contains("_CBC"));
    }

    private void ciphers() {
        suites.stream().filter(TlsChecks::broken).forEach(suite -> cap(true, "F", suite.name() + " is supported"));
        boolean rc4 = suites.stream().anyMatch(Suite::rc4);
        cap(rc4 && suites.stream().allMatch(Suite::rc4), "F", "only RC4 is supported");
        cap(
                facts.supported().anyMatch(answer -> is(answer, Suite::rc4) && newerThan10(answer)),
                "C",
                "RC4 is used with TLS 1.1 or newer");
        cap(rc4, "B", "RC4 is supported");
        cap(
                facts.looks().stream()
                        .flatMap(look -> look.versions().stream())
                        .anyMatch(answer -> answer.support() == Support.SUPPORTED
                                && is(answer, Suite::shortBlock)
                                && newerThan10(answer)),
                "C",
                "blocks of 64 bits are chosen with TLS 1.1 or TLS 1.2");
        List<Suite> preferred = facts.preferred();
        cap(!preferred.stream().allMatch(Suite::forwardSecret), "B", "a modern client gets no forward secrecy");
        cap(
                !preferred.stream().allMatch(Suite::authenticated),
                "B",
                "a modern client gets no authenticated encryption");
    }

    private void keys() {
        for (TlsChain chain : facts.chains()) {
            TlsCertificate own = chain.own();
            cap(KeyStrength.isBreakable(own), "F", "the certificate's key has only " + own.keyBits() + " bits");
            cap(KeyStrength.isShort(own), "B", "the certificate's key has only " + own.keyBits() + " bits");
        }
        int fewest = facts.supported()
                .filter(answer -> answer.keyBits() != null)
                .mapToInt(TlsAnswer::keyBits)
                .min()
                .orElse(Integer.MAX_VALUE);
        cap(fewest < 1024, "F", "a key made for the connection has only " + fewest + " bits");
        cap(fewest < 2048, "B", "a key made for the connection has only " + fewest + " bits");
    }

    private void chains() {
        cap(TlsChecks.signedWith(facts, "MD5", "MD2"), "F", "the chain is signed with MD5 or MD2");
        cap(
                facts.chains().stream().anyMatch(chain -> Boolean.FALSE.equals(chain.complete())),
                "B",
                "the chain is incomplete");
    }

    private static boolean newerThan10(TlsAnswer answer) {
        return TlsAnswer.TLS_1_1.equals(answer.version()) || TlsAnswer.TLS_1_2.equals(answer.version());
    }

    private static boolean is(TlsAnswer answer, Predicate<Suite> what) {
        String suite = answer.suite();
        return suite != null && what.test(new Suite(suite));
    }

    private void cap(boolean applies, String letter, String why) {
        if (applies) {
            caps.add(new Cap(letter, why));
        }
    }
}
