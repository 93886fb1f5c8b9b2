package io.bellwether.config;

import java.util.List;

/**
 * What leads from the register to a document.
 *
 * @param dryRun whether it was only made, not carried out
 * @param unchanged how many things of the document are already as it says
 */
record Plan(boolean dryRun, List<Change> create, List<Change> change, List<Change> remove, int unchanged) {}
