package io.huitai.till.report;

import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Profile;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Who brought whom: members who told others, and staff who enrolled them.
final class ReferralsFold implements Fold {
    private record Brought(LocalDate day, MemberNo member, Profile.Origin origin) {}

    private final People people;
    private final List<Brought> all = new ArrayList<>();

    ReferralsFold(People people) {
        this.people = people;
    }

    @Override
    public void take(Recorded recorded, LocalDate day, boolean told) {
        if (recorded.fact() instanceof Fact.MemberEnrolled enrolled) {
            people.enrolled(enrolled);
            if (told) {
                all.add(new Brought(day, enrolled.member(), enrolled.profile().origin()));
            }
        }
    }

    @Override
    public List<Table> tables() {
        var referrers = new TreeMap<String, Long>();
        var rows = new ArrayList<List<Cell>>();
        for (var brought : all) {
            var referrer = brought.origin().referrer();
            referrer.ifPresent(no -> referrers.merge(no.value(), 1L, Long::sum));
            rows.add(List.of(
                    Cell.of(brought.day()),
                    Cell.of(brought.member().value()),
                    Cell.of(name(brought.member())),
                    Cell.of(referrer.map(MemberNo::value).orElse("")),
                    Cell.of(brought.origin().seller().map(OperatorId::value).orElse("")),
                    Cell.of(brought.origin().company())));
        }
        var counts = new ArrayList<List<Cell>>();
        referrers.forEach(
                (no, count) -> counts.add(List.of(Cell.of(no), Cell.of(name(new MemberNo(no))), Cell.of(count))));
        return List.of(
                Table.of("referrers", "member", "name", "brought").with(counts),
                Table.of("new-members", "day", "member", "name", "referrer", "seller", "company")
                        .with(rows));
    }

    private String name(MemberNo no) {
        return people.member(no).map(People.Known::name).orElse("");
    }
}
