"""The parts of the screens, each on its own: article, chat, composer, question bar, tabs."""
