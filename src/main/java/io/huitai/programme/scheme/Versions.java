package io.huitai.programme.scheme;

import io.huitai.shop.id.ProgrammeId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The versions of one programme, lowest first; on every day one of them holds.
public record Versions(List<Programme> all) {
    public Versions {
        all = all.stream().sorted(Comparator.comparingInt(Programme::version)).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("A programme has at least one version");
        }
        for (var i = 1; i < all.size(); i++) {
            var before = all.get(i - 1);
            var next = all.get(i);
            if (!next.id().equals(before.id()) || next.version() == before.version()) {
                throw new IllegalArgumentException(
                        "Not versions of one programme: " + before.head() + ", " + next.head());
            }
        }
    }

    public ProgrammeId id() {
        return all.getFirst().id();
    }

    public Programme last() {
        return all.getLast();
    }

    /// The version that holds on a day: of those that apply from that day or before, the one that applies from the
    /// latest, and of several from one day the highest. Before the first of them applies, the lowest holds.
    public Programme on(LocalDate day) {
        return all.stream()
                .filter(each -> !each.head().appliesFrom().isAfter(day))
                .max(Comparator.<Programme, LocalDate>comparing(
                                each -> each.head().appliesFrom())
                        .thenComparingInt(Programme::version))
                .orElse(all.getFirst());
    }

    /// The version of a number and digest.
    ///
    /// @param version as a number in words, "3"
    public Optional<Programme> of(String version, String digest) {
        return all.stream()
                .filter(each -> Integer.toString(each.version()).equals(version)
                        && each.digest().equals(digest))
                .findFirst();
    }

    /// Why a further version does not fit behind these; empty where it does.
    ///
    /// @param lastDay the last day on which anything was done, if any: what was done is never judged anew
    public Optional<Unfit> unfit(Programme next, Optional<LocalDate> lastDay) {
        var from = next.head().appliesFrom();
        if (!next.id().equals(id())) {
            return Optional.of(Unfit.of(Unfit.Why.OTHER_PROGRAMME, next.id(), id()));
        }
        if (next.version() <= last().version()) {
            return Optional.of(Unfit.of(Unfit.Why.NOT_ABOVE, next.version(), last().version()));
        }
        if (from.isBefore(last().head().appliesFrom())) {
            return Optional.of(
                    Unfit.of(Unfit.Why.BEFORE_LAST, from, last().head().appliesFrom(), last().version()));
        }
        if (lastDay.isPresent() && !from.isAfter(lastDay.get())) {
            return Optional.of(Unfit.of(Unfit.Why.TOO_LATE, from, lastDay.get()));
        }
        var gone = new ArrayList<String>();
        for (var tier : last().tiers()) {
            if (next.tier(tier.id()).isEmpty()) {
                gone.add(tier.id().value());
            }
        }
        for (var type : last().vouchers()) {
            if (next.voucher(type.id()).isEmpty()) {
                gone.add(type.id().value());
            }
        }
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(Unfit.of(Unfit.Why.GONE, String.join(", ", gone), last().version()));
    }

    /// Why a file is not a version of a store's programme.
    ///
    /// @param details fill the places of its text
    public record Unfit(Why why, List<String> details) {
        public Unfit {
            details = List.copyOf(details);
        }

        public static Unfit of(Why why, Object... details) {
            return new Unfit(
                    why, List.of(details).stream().map(Object::toString).toList());
        }

        /// The kinds of it.
        public enum Why {
            /// Its id is not the store's programme's.
            OTHER_PROGRAMME,
            /// Its number is not above the last.
            NOT_ABOVE,
            /// It would apply before the last one does.
            BEFORE_LAST,
            /// Something was done on the day that it would apply from, or later.
            TOO_LATE,
            /// It no longer has a tier that members may stand in, or a voucher type that they may hold.
            GONE,
            /// Another file has the same number and says something else.
            CHANGED,
            /// The file's name says another version than the file.
            MISNAMED,
            /// No file of the programme is there.
            MISSING
        }
    }
}
