package io.bellwether.review;

/** Makes one section of a review from the material, without looking anywhere else. */
interface Chapter {

    /** The section's name in URLs. */
    String key();

    String title();

    /** A record of figures; each carries or sits beside the path it can be traced to. */
    Object data(Material material);
}
