/// Reports on a period and lists of members: folds over a store's journal, read beside a till that may be running, and
/// the forms they are handed out in.
@NullMarked
package io.huitai.till.report;

import org.jspecify.annotations.NullMarked;
