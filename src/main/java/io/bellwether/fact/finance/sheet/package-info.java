/** Reads tables that people send, as XLSX or CSV, within bounds; every cell knows where it stands. */
@NullMarked
package io.bellwether.fact.finance.sheet;

import org.jspecify.annotations.NullMarked;
