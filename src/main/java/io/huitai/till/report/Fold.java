package io.huitai.till.report;

import io.huitai.journal.Recorded;
import java.time.LocalDate;
import java.util.List;

/// Adds up the entries of a journal for one report.
interface Fold {
    /// The next entry up to the period's last day; those before its first day count for what was there when it began.
    ///
    /// @param day its business day
    /// @param told whether the report tells of it
    void take(Recorded recorded, LocalDate day, boolean told);

    List<Table> tables();
}
