package io.bellwether.review;

/** @param created whether the review is new, and not one that was there before */
public record Opened(Review review, boolean created) {}
