"""A local open-weight model: which there are, which is here, and the child process that runs it.

Nothing here knows of lessons: a `Request` holds messages and a grammar, a `Draft` the text that came of them. Only
`worker` and what it imports may import llama_cpp, and only in the child process.
"""
