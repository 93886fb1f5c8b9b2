package io.bellwether.core;

/**
 * The same facts told twice.
 *
 * @param it for the IT owner: signal, value, threshold, evidence
 * @param marketing for the business owner: what it means and what to do, without jargon
 */
public record Voices(String it, String marketing) {

    public String of(Lens lens) {
        return switch (lens) {
            case IT -> it;
            case MARKETING -> marketing;
        };
    }
}
