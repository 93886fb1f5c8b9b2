package io.bellwether.review;

/**
 * A review as a file.
 *
 * @param fileName for example {@code review-acme-2026-Q4.csv}
 */
public record ReviewExport(String fileName, String mediaType, String content) {}
