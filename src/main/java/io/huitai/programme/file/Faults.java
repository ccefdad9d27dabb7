package io.huitai.programme.file;

import io.huitai.programme.file.LintFinding.Weight;
import io.huitai.programme.file.Yaml.Place;
import java.util.ArrayList;
import java.util.List;

/// Notes all that is wrong with a file while it is read. A reader notes a fault and goes on with a stand-in; what
/// is made of stand-ins is handed to nobody, because {@link #settle()} comes first.
final class Faults {
    private final String source;
    private final List<LintFinding> findings = new ArrayList<>();

    Faults(String source) {
        this.source = source;
    }

    void add(Place place, Phrase found, Phrase expected) {
        findings.add(new LintFinding(source, place, Weight.FAULT, new Phrase("fault", found, expected)));
    }

    int count() {
        return findings.size();
    }

    /// For a fault after which nothing can be read.
    BadProgramme end(Place place, Phrase found, Phrase expected) {
        add(place, found, expected);
        return bad();
    }

    /// @throws BadProgramme when anything was noted
    void settle() {
        if (!findings.isEmpty()) {
            throw bad();
        }
    }

    private BadProgramme bad() {
        return new BadProgramme(findings.stream().sorted(LintFinding.IN_ORDER).toList());
    }
}
