package io.bellwether.core.posture.web;

/** Takes out what a page makes anew for each answer. */
final class Masks {

    private static final String NONCE = "'nonce-";
    private static final String ENDS = " ;,\t\n\r\f";

    private Masks() {}

    /** A content security policy without its nonces and without the queries of its addresses. */
    static String policy(String policy) {
        StringBuilder masked = new StringBuilder(policy.length());
        int begin = 0;
        while (begin < policy.length()) {
            int end = begin;
            while (end < policy.length() && ENDS.indexOf(policy.charAt(end)) < 0) {
                end++;
            }
            masked.append(token(policy.substring(begin, end)));
            if (end < policy.length()) {
                masked.append(policy.charAt(end));
            }
            begin = end + 1;
        }
        return masked.toString();
    }

    static PageEvidence.Script script(PageEvidence.Script script) {
        return new PageEvidence.Script(
                address(script.source()), script.site(), script.integrity(), script.crossOrigin());
    }

    private static String token(String token) {
        return token.regionMatches(true, 0, NONCE, 0, NONCE.length()) ? NONCE + "*'" : address(token);
    }

    /** An address without its query. */
    static String address(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query) + "?*";
    }
}
