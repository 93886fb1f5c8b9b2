package io.bellwether.probe.dns;

import io.bellwether.core.Cause;

/** Judges an answer that must be signed. */
final class ChainJudge {

    private ChainJudge() {}

    static Sentence judge(Question question, Sentence unsigned, Chain chain) {
        return switch (chain.state()) {
            case SECURE -> unsigned;
            case UNSIGNED ->
                Sentence.down(
                        Cause.DNSSEC_FAILED,
                        "The " + question.words() + " is not signed: " + or(chain.why(), "its zone has no keys") + ".");
            case BOGUS ->
                Sentence.down(
                        Cause.DNSSEC_FAILED,
                        "The signatures of the " + question.words() + " do not hold: "
                                + or(chain.why(), "the chain is broken") + ".");
            case UNDECIDED ->
                Sentence.unknown(
                        Cause.DNS_FAILED,
                        "Whether the signatures of the " + question.words() + " hold could not be told: " + chain.why()
                                + ".");
        };
    }

    private static String or(String words, String otherwise) {
        return words.isEmpty() ? otherwise : words;
    }
}
