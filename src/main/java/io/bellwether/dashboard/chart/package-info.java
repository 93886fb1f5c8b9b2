/** The geometry of charts as functions from values to shapes; templates only draw them. */
@NullMarked
package io.bellwether.dashboard.chart;

import org.jspecify.annotations.NullMarked;
