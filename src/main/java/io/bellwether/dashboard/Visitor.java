package io.bellwether.dashboard;

import io.bellwether.core.Lens;

/**
 * Who looks at a page.
 *
 * @param name of the principal; empty before sign-in
 * @param owner whether the visitor may acknowledge, comment and sign off
 * @param operator whether the visitor may also change the register
 * @param formKey what each of the visitor's forms must carry; see {@link FormGuard}
 * @param lens whose voice the visitor reads
 */
public record Visitor(String name, boolean owner, boolean operator, String formKey, Lens lens) {

    static final Visitor NOBODY = new Visitor("", false, false, "", Lens.IT);

    public boolean signedIn() {
        return !name.isEmpty();
    }

    public boolean reads(String lensName) {
        return lens.name().equals(lensName);
    }
}
