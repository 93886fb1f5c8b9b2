package io.bellwether.core.posture.tls;

import io.bellwether.core.posture.GradeCard.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The guide's number: 30 % for the versions, 30 % for the key exchange, 40 % for the ciphers. Where the guide means the weakest of
 * everything that a server accepts, here it is the weakest that was seen.
 *
 * @param total 0 to 100
 * @param steps to it
 */
record TlsScore(double total, List<Step> steps) {

    private static final Map<String, Integer> VERSIONS = Map.of(
            TlsAnswer.SSL_3,
            80,
            TlsAnswer.TLS_1_0,
            90,
            TlsAnswer.TLS_1_1,
            95,
            TlsAnswer.TLS_1_2,
            100,
            TlsAnswer.TLS_1_3,
            100);

    /** Empty when too little was seen to tell. */
    static Optional<TlsScore> of(TlsFacts facts) {
        List<String> versions =
                TlsFacts.VERSIONS.stream().filter(facts::supports).toList();
        List<Suite> suites = facts.suites();
        OptionalKey key = keyExchange(facts, suites);
        if (versions.isEmpty() || suites.isEmpty() || key.score() == null) {
            return Optional.empty();
        }
        double protocol = mean(versions.stream().mapToInt(version -> VERSIONS.getOrDefault(version, 0)));
        int strongest = suites.stream().mapToInt(Suite::bits).max().orElse(0);
        int weakest = suites.stream().mapToInt(Suite::bits).min().orElse(0);
        double cipher = mean(IntStream.of(bitScore(strongest), bitScore(weakest)));
        int exchange = key.score();
        boolean nothing = protocol == 0 || exchange == 0 || cipher == 0;
        double total = nothing ? 0 : 0.3 * protocol + 0.3 * exchange + 0.4 * cipher;
        return Optional.of(new TlsScore(
                total,
                List.of(
                        step(
                                0.3 * protocol,
                                String.format(
                                        Locale.ROOT,
                                        "Versions: %s to %s, mean of best and worst %.1f, of which 30 %%.",
                                        versions.getLast(),
                                        versions.getFirst(),
                                        protocol)),
                        step(
                                0.3 * exchange,
                                "Key exchange: the weakest seen is worth " + exchange + " (" + key.words()
                                        + "), of which 30 %."),
                        step(
                                0.4 * cipher,
                                String.format(
                                        Locale.ROOT,
                                        "Ciphers: %d to %d bits seen, mean of strongest and weakest %.1f, of which 40 %%.",
                                        strongest,
                                        weakest,
                                        cipher)),
                        step(
                                total,
                                nothing
                                        ? "Sum: a part that is worth nothing makes the whole worth nothing."
                                        : "Sum."))));
    }

    /** The guide's letter without any rule. */
    String letter() {
        if (total >= 80) {
            return "A";
        }
        if (total >= 65) {
            return "B";
        }
        if (total >= 50) {
            return "C";
        }
        if (total >= 35) {
            return "D";
        }
        return total >= 20 ? "E" : "F";
    }

    private record OptionalKey(@Nullable Integer score, String words) {}

    private static OptionalKey keyExchange(TlsFacts facts, List<Suite> suites) {
        if (suites.stream().anyMatch(Suite::anonymous)) {
            return new OptionalKey(0, "anonymous");
        }
        Integer certificate = facts.chains().stream()
                .map(TlsChain::own)
                .map(KeyStrength::score)
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .orElse(null);
        Integer made = facts.supported()
                .map(KeyStrength::score)
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .orElse(100);
        int export = suites.stream().anyMatch(Suite::export) ? 40 : 100;
        Integer weakest = Stream.of(Optional.ofNullable(certificate).orElse(100), made, export)
                .min(Integer::compare)
                .orElse(100);
        return certificate == null
                ? new OptionalKey(null, "no certificate was seen")
                : new OptionalKey(
                        weakest, weakest.equals(certificate) ? "the certificate's key" : "the connection's own");
    }

    /** Of best and worst, not of all. */
    private static double mean(IntStream scores) {
        var range = scores.summaryStatistics();
        return (range.getMin() + range.getMax()) / 2.0;
    }

    private static int bitScore(int bits) {
        if (bits == 0) {
            return 0;
        }
        if (bits < 128) {
            return 20;
        }
        return bits < 256 ? 80 : 100;
    }

    private static Step step(double amount, String text) {
        return new Step(text, Math.round(amount * 100) / 100.0);
    }
}
