package io.bellwether.core.posture;

import io.bellwether.core.Voices;

/**
 * What the vendor can do about a finding.
 *
 * @param text for an engineer what to set, for the business owner what to ask the vendor for; whole sentences
 */
public record Remediation(Voices text, Effort effort) {

    /**
     * @param it for an engineer: what to set
     * @param marketing for the business owner: what to ask the vendor for
     */
    public static Remediation remediation(String it, String marketing, Effort effort) {
        return new Remediation(new Voices(it, marketing), effort);
    }
}
