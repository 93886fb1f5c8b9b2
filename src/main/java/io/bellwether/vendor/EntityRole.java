package io.bellwether.vendor;

/** What a legal entity is to our contract with a vendor. */
public enum EntityRole {
    /** The contract is with it; it is the one that is rated. */
    CONTRACTING,
    /** It owns the contracting entity, directly or through others. */
    PARENT,
    /** It answers for the contracting entity's obligations. */
    GUARANTOR
}
