package io.huitai.till.book;

import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one act puts into the journal: facts in one frame, each knowing the number that its entry will have. It is
/// begun when nothing can come between any more, as the entry of a PIN does; else nothing is recorded.
public final class Step {
    private final Book book;
    private final long first;
    private final List<Optional<Fact>> facts = new ArrayList<>();

    Step(Book book, long first) {
        this.book = book;
        this.first = first;
    }

    /// The number of the entry that the next fact put here will be.
    public long number() {
        return first + facts.size();
    }

    public <F extends Fact> F put(F fact) {
        facts.add(Optional.of(fact));
        return fact;
    }

    /// Keeps a place for a fact that depends on those behind it.
    public Place reserve() {
        facts.add(Optional.empty());
        return new Place(facts.size() - 1);
    }

    /// A place among the facts.
    public final class Place {
        private final int at;

        private Place(int at) {
            this.at = at;
        }

        /// The number of the entry that the fact here will be.
        public long number() {
            return first + at;
        }

        public void put(Fact fact) {
            facts.set(at, Optional.of(fact));
        }
    }

    public boolean isEmpty() {
        return facts.isEmpty();
    }

    /// Puts all of it into the journal, on the disk for certain.
    public List<Recorded> forced() {
        return record(true);
    }

    /// Puts all of it into the journal; a force that comes later makes it certain.
    public List<Recorded> unforced() {
        return record(false);
    }

    private List<Recorded> record(boolean force) {
        if (book.journal().next() != first) {
            throw new IllegalStateException("Something was recorded while the step from entry " + first + " was made");
        }
        return book.record(force, facts.stream().map(Optional::orElseThrow).toList());
    }
}
