package io.bellwether.dashboard;

import io.bellwether.alert.Alert;

/**
 * @param vendorName as registered
 * @param facts the figures behind both texts
 */
public record AlertView(Alert alert, String vendorName, Figures facts) {}
