/// How fast Huitai is, beside what the same work costs otherwise, on the same machine in the same run.
@NullMarked
package io.huitai.bench;

import org.jspecify.annotations.NullMarked;
