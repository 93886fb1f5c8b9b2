package io.bellwether.core.posture.mail;

/** Where answers come from: our resolver while a probe looks, kept evidence when it is judged. */
@FunctionalInterface
public interface Questions {

    /**
     * @param name absolute, with or without the dot at its end
     * @param type TXT, SPF, MX, A, AAAA or PTR
     */
    DnsAnswer ask(String name, String type);
}
