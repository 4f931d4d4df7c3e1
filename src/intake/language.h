/* SPDX-License-Identifier: MIT
 * In which language is a text? By its most frequent small words. */
#pragma once

/* "fi" or "sv"; `otherwise` when the words do not tell. */
const char *language_guess(const char *text, const char *otherwise);
