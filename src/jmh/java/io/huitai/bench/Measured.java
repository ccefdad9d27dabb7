package io.huitai.bench;

import java.nio.file.Path;
import java.util.List;

/// What one process measures: one row of the table, or some that belong together.
interface Measured {
    /// @param folder an empty one on the disk that is measured
    List<Figure> measure(Size size, Path folder) throws Exception;
}
