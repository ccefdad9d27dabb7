/// Reports on a period, as tables, a chart and files.
@NullMarked
package io.huitai.ui.report;

import org.jspecify.annotations.NullMarked;
